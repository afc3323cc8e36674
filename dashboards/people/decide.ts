import { request } from '../http.js';

const pathOf = (site: string, person: string, verb: 'join' | 'separate' | 'undecide') =>
  `/v1/persons/${encodeURIComponent(person)}/${verb}?${new URLSearchParams({ site })}`;

/**
 * Both are one person from now on, by whatever ids they are named.
 *
 * @returns the id that they go by
 * @throws ApiError
 */
export async function joinPeople(site: string, one: string, other: string): Promise<string> {
  const answer = (await request('POST', pathOf(site, one, 'join'), { body: { other } })) as {
    person: string;
  };
  return answer.person;
}

/**
 * They are two from now on, whatever says otherwise.
 *
 * @returns the ids that each goes by
 * @throws ApiError
 */
export async function separatePeople(site: string, one: string, other: string): Promise<[string, string]> {
  const answer = (await request('POST', pathOf(site, one, 'separate'), { body: { other } })) as {
    person: string;
    other: string;
  };
  return [answer.person, answer.other];
}

/**
 * Takes back what was decided last between exactly these two ids: it is as if nobody had decided.
 *
 * @throws ApiError
 */
export async function undecidePeople(site: string, one: string, other: string): Promise<void> {
  await request('POST', pathOf(site, one, 'undecide'), { body: { other } });
}

/** Of two people that become one, the id that stays. */
export const stayingId = (one: string, other: string): string => (one < other ? one : other);

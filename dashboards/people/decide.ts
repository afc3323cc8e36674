import type { Person } from '../api.js';
import { request } from '../http.js';
import { changedHere } from '../live/own.js';
import type { Subject } from '../live/stream.js';

/** What tells who is one person. The collector answers when it is in them. */
const PEOPLE: readonly Subject[] = ['person', 'said', 'timeline', 'leads', 'duplicates'];

type Verb = 'join' | 'separate' | 'undecide';

async function decide<Answer>(verb: Verb, site: string, one: string, other: string): Promise<Answer> {
  const path = `/v1/persons/${encodeURIComponent(one)}/${verb}?${new URLSearchParams({ site })}`;
  const answer = (await request('POST', path, { body: { other } })) as Answer;
  changedHere(PEOPLE);
  return answer;
}

/**
 * Both are one person from now on, by whatever ids they are named.
 *
 * @returns the id that they go by
 * @throws ApiError
 */
export async function joinPeople(site: string, one: string, other: string): Promise<string> {
  return (await decide<{ person: string }>('join', site, one, other)).person;
}

/**
 * They are two from now on, whatever says otherwise.
 *
 * @returns the ids that each goes by
 * @throws ApiError
 */
export async function separatePeople(site: string, one: string, other: string): Promise<[string, string]> {
  const answer = await decide<{ person: string; other: string }>('separate', site, one, other);
  return [answer.person, answer.other];
}

/** What both would be then; undefined for one of whom nothing would be told. @throws ApiError */
export async function ifSeparated(
  site: string,
  one: string,
  other: string,
  signal: AbortSignal,
): Promise<{ person: Person | undefined; other: Person | undefined }> {
  const path = `/v1/persons/${encodeURIComponent(one)}/separate?${new URLSearchParams({ site, other })}`;
  const both = (await request('GET', path, { signal })) as Record<'person' | 'other', Person | null>;
  return { person: both.person ?? undefined, other: both.other ?? undefined };
}

/**
 * Takes back what was decided last between exactly these two ids: it is as if nobody had decided.
 *
 * @returns the ids that each goes by
 * @throws ApiError
 */
export async function undecidePeople(site: string, one: string, other: string): Promise<[string, string]> {
  const answer = await decide<{ person: string; other: string }>('undecide', site, one, other);
  return [answer.person, answer.other];
}

/** Of two people that become one, the id that stays. */
export const stayingId = (one: string, other: string): string => (one < other ? one : other);

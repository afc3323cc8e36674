// For tests: people who have signed in, and holders of keys, each as who asks.
import type { AccessList } from '../../schemas/entities/access.js';
import { OWN, type TestApp } from './testing.js';

export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

export const PASSWORD = 'correct horse battery';

const asking =
  ({ app }: Pick<TestApp, 'app'>, headers: Record<string, string>): Ask =>
  async (path, init) =>
    app.request(OWN + path, { ...init, headers: { ...headers, ...(init?.headers as object) } });

/** The cookies that an answer sets, as a browser sends them back. */
export const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

/** An invitation as an owner makes it, and the secret of its link. */
export async function invite(
  { owner }: Pick<TestApp, 'owner'>,
  invitation: object,
): Promise<{ id: string; token: string }> {
  const response = await owner('/v1/entities/invitations', {
    method: 'POST',
    body: JSON.stringify(invitation),
  });
  if (response.status !== 201) throw new Error(await response.text());
  const { id, url } = (await response.json()) as { id: string; url: string };
  return { id, token: url.slice(url.indexOf('#/invitation/') + '#/invitation/'.length) };
}

export const accept = async ({ app }: Pick<TestApp, 'app'>, input: object): Promise<Response> =>
  app.request(`${OWN}/v1/invitation/accept`, { method: 'POST', body: JSON.stringify(input) });

/** Somebody who was invited, and has signed in by that. */
export async function userOf(
  running: Pick<TestApp, 'app' | 'owner'>,
  name: string,
  access: AccessList,
): Promise<{ id: string; email: string; cookie: string; ask: Ask }> {
  const email = `${name}@team.example`;
  const { token } = await invite(running, { email, name, access });
  const accepted = await accept(running, { token, password: PASSWORD });
  if (accepted.status !== 204) throw new Error(await accepted.text());
  const cookie = cookiesOf(accepted);
  const ask = asking(running, { Cookie: cookie });
  const { user } = (await (await ask('/v1/session')).json()) as { user: { id: string } };
  return { id: user.id, email, cookie, ask };
}

let count = 0;

/** The holder of a new API key. */
export async function keyOf(running: Pick<TestApp, 'app' | 'owner'>, rest: object): Promise<Ask> {
  const made = await running.owner('/v1/entities/keys', {
    method: 'POST',
    body: JSON.stringify({ name: `Key ${++count}`, ...rest }),
  });
  const { key } = (await made.json()) as { key: string };
  return asking(running, { Authorization: `Bearer ${key}` });
}

import { signal } from '@preact/signals';
import { ApiError, request, session } from './http.js';
import { forgetLists } from './live/list.js';

/** Why signing in, or asking whether we are, did not work. */
export const sessionError = signal<ApiError | undefined>(undefined);

async function attempt(run: () => Promise<void>): Promise<void> {
  sessionError.value = undefined;
  try {
    await run();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    sessionError.value = error;
  }
}

export const checkSession = () =>
  attempt(async () => {
    try {
      await request('GET', '/v1/session');
      session.value = 'in';
    } catch (error) {
      // Not being signed in is an answer, not a failure.
      if (!(error instanceof ApiError && error.failure === 'signed_out')) throw error;
    }
  });

export const signIn = (key: string) =>
  attempt(async () => {
    await request('POST', '/v1/session', { body: { key } });
    session.value = 'in';
  });

export const signOut = () =>
  attempt(async () => {
    await request('DELETE', '/v1/session');
    forgetLists();
    session.value = 'out';
  });

/**
 * Takes the key out of `/#key=…`, the link that the first start prints, and out of the address bar and the history.
 * A fragment is never sent to a server, so the key is in no log.
 */
export function takeKey(): string | undefined {
  const key = new URLSearchParams(location.hash.slice(1)).get('key')?.trim();
  if (!key) return undefined;
  history.replaceState(history.state, '', location.pathname + location.search);
  return key;
}

export async function startSession(): Promise<void> {
  const key = takeKey();
  await (key ? signIn(key) : checkSession());
  if (key && sessionError.value) session.value ??= 'out';
  addEventListener('hashchange', () => {
    const next = takeKey();
    if (next) void signIn(next);
  });
}

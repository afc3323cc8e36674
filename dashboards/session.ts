import { batch, effect, signal } from '@preact/signals';
import type { Me } from './access.js';
import { forgetDrafts } from './drafts.js';
import { ApiError, forgetAnswers, refusals, request, session } from './http.js';
import { adoptLanguage, type Language, setLanguage } from './i18n/locale.js';
import { forgetLists } from './live/list.js';

/** Why the sign-in link, signing out, or asking whether we are signed in did not work. */
export const sessionError = signal<ApiError | undefined>(undefined);

/** Who is signed in; of a session that has ended, who was. */
export const me = signal<Me | undefined>(undefined);

/** What whoever is signed in is called as a rep and as an owner of people; empty with the admin key alone. */
export const myself = (): string => me.peek()?.user?.email ?? '';

/** Nobody has an account yet. */
export const isFirstRun = signal(false);

/** Somebody goes on with the admin key alone, until they open the dashboards anew. */
export const isSetupLater = signal(false);

/** What somebody may do is asked again at most this often: a page that is refused tries on. */
const AGAIN_MS = 10_000;

export type Credentials = { key: string } | { email: string; password: string };

async function attempt(run: () => Promise<void>): Promise<void> {
  sessionError.value = undefined;
  try {
    await run();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    sessionError.value = error;
  }
}

/** Reads who is signed in. */
export async function readSession(): Promise<void> {
  const next = (await request('GET', '/v1/session')) as Me;
  const isFirst = next.user === null && (await hasNobody());
  const before = me.peek();
  // What stands on the page is somebody else's.
  if (before && before.user?.id !== next.user?.id) return location.reload();
  await adoptLanguage(next.user?.language);
  batch(() => {
    me.value = next;
    isFirstRun.value = isFirst;
    session.value = 'in';
  });
}

/** The admin key alone does not tell whether anybody has an account. */
async function hasNobody(): Promise<boolean> {
  try {
    const { rows } = (await request('GET', '/v1/entities/users?limit=1')) as { rows: unknown[] };
    return rows.length === 0;
  } catch (error) {
    if (error instanceof ApiError) return false;
    throw error;
  }
}

export const checkSession = () =>
  attempt(async () => {
    try {
      await readSession();
    } catch (error) {
      // Not being signed in is an answer, not a failure.
      if (!(error instanceof ApiError && error.failure === 'signed_out')) throw error;
      isFirstRun.value = error.beside.isSetup === true;
    }
  });

/** @throws ApiError */
export async function signIn(credentials: Credentials): Promise<void> {
  sessionError.value = undefined;
  await request('POST', '/v1/session', { body: credentials });
  tabs?.postMessage('changed');
  await readSession();
}

/** The language of the menu and that of the account are one choice. */
export async function chooseLanguage(language: Language): Promise<void> {
  await setLanguage(language);
  const { user } = me.peek() ?? {};
  if (!user || session.peek() !== 'in') return;
  try {
    await request('POST', '/v1/profile', { body: { language } });
  } catch (error) {
    // It holds in this browser all the same.
    if (error instanceof ApiError) return;
    throw error;
  }
  const now = me.peek();
  if (now?.user?.id === user.id) me.value = { ...now, user: { ...now.user, language } };
}

export const signOut = ({ everywhere = false } = {}) =>
  attempt(async () => {
    await request('DELETE', `/v1/session${everywhere ? '?everywhere=true' : ''}`);
    tabs?.postMessage('changed');
    forgetLists();
    forgetAnswers();
    forgetDrafts(me.peek()?.user?.id ?? '');
    batch(() => {
      me.value = undefined;
      session.value = 'out';
    });
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
  await (key ? attempt(() => signIn({ key })) : checkSession());
  if (key && sessionError.value) session.value ??= 'out';
  addEventListener('hashchange', () => {
    const next = takeKey();
    if (next) void attempt(() => signIn({ key: next }));
  });
  watchRefusals();
  watchTabs();
}

/** Tabs of a browser share its session: when one of them signs in or out, the others look whose it is by now. */
const tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('leadline-session');

function watchTabs(): void {
  tabs?.addEventListener('message', () => {
    readSession().catch((error: unknown) => {
      if (!(error instanceof ApiError)) throw error;
    });
  });
}

/** A role that was taken away, a site that is gone: what the pages show follows. */
function watchRefusals(): void {
  let askedAt = 0;
  effect(() => {
    if (refusals.value === 0 || session.peek() !== 'in' || Date.now() - askedAt < AGAIN_MS) return;
    askedAt = Date.now();
    readSession().catch((error: unknown) => {
      if (!(error instanceof ApiError)) throw error;
    });
  });
}

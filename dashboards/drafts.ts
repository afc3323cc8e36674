/** What somebody has typed into a form and not saved: kept in this browser, never with secrets. */
export interface Draft {
  /** When it was typed. */
  at: number;
  /** Of the record that it changes. */
  version?: number | undefined;
  /** The form as it was opened, so that it is known what was changed. */
  base: object;
  values: object;
}

const PREFIX = 'leadline-draft';
const DAY_MS = 86_400_000;
const KEPT_MS = 7 * DAY_MS;

/** Where storage is blocked or full they outlive the page, not the tab. */
const memory = new Map<string, string>();

const keyOf = (user: string, form: string) => `${PREFIX} ${user} ${form}`;

/** @returns whether it outlives this tab */
export function keepDraft(user: string, form: string, draft: Draft): boolean {
  const key = keyOf(user, form);
  const text = JSON.stringify(draft);
  memory.set(key, text);
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

export function readDraft(user: string, form: string, now = Date.now()): Draft | undefined {
  const key = keyOf(user, form);
  const draft = parse(stored(key) ?? memory.get(key));
  if (draft && now - draft.at <= KEPT_MS) return draft;
  drop(key);
  return undefined;
}

export const dropDraft = (user: string, form: string): void => drop(keyOf(user, form));

/** After signing out nothing that somebody typed stays; nor does anybody's for longer than a week. */
export function forgetDrafts(user: string, now = Date.now()): void {
  for (const key of [...memory.keys(), ...storedKeys()]) {
    const isTheirs = key.startsWith(`${PREFIX} ${user} `);
    const draft = isTheirs ? undefined : parse(stored(key));
    if (isTheirs || (draft && now - draft.at > KEPT_MS)) drop(key);
  }
}

function parse(text: string | undefined | null): Draft | undefined {
  try {
    const draft: unknown = JSON.parse(text ?? 'null');
    const isDraft = typeof draft === 'object' && draft !== null && 'at' in draft && 'values' in draft;
    // One of a clock that was ahead would never grow old.
    return isDraft && Number(draft.at) <= Date.now() + DAY_MS ? (draft as Draft) : undefined;
  } catch {
    return undefined;
  }
}

function drop(key: string): void {
  memory.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // It was never there.
  }
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function storedKeys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(`${PREFIX} `));
  } catch {
    return [];
  }
}

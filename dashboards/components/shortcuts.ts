import { signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { readStored, writeStored } from './stored.js';

export interface Shortcut {
  /** One key, or two one after the other: `?`, `j`, `g l`. */
  keys: string;
  /** Said in the list of shortcuts; a function where the words come later than the shortcut. */
  description: string | (() => string);
  run: (event: KeyboardEvent) => void;
}

/** How long the second key of two may take. */
const SEQUENCE_MS = 1_500;
const STORED = 'leadline-shortcuts';

/** What is in force on this page, the newest last: of two with the same keys that one counts. */
export const shortcuts = signal<readonly Shortcut[]>([]);

/** People who dictate, or whose hand slips, switch them off (WCAG 2.1.4). */
export const areShortcutsOn = signal(readStored(STORED) !== 'off');

export function switchShortcuts(on: boolean): void {
  areShortcutsOn.value = on;
  writeStored(STORED, on ? undefined : 'off');
}

/** @returns what takes it away again */
export function addShortcut(shortcut: Shortcut): () => void {
  shortcuts.value = [...shortcuts.peek(), shortcut];
  return () => {
    shortcuts.value = shortcuts.peek().filter((one) => one !== shortcut);
  };
}

/** In force while the component is shown and `keys` is not empty. */
export function useShortcut(keys: string, description: Shortcut['description'], run: Shortcut['run']): void {
  const latest = useRef(run);
  latest.current = run;
  const said = useRef(description);
  said.current = description;
  // Before it is painted: a key may come with the first look.
  useLayoutEffect(() => {
    if (!keys) return;
    const say = () => (typeof said.current === 'string' ? said.current : said.current());
    return addShortcut({ keys, description: say, run: (event) => latest.current(event) });
  }, [keys]);
}

/** Which shortcut a key completes, after those that came before it. */
export function matchKey(
  known: readonly Shortcut[],
  before: string,
  key: string,
): { found?: Shortcut | undefined; waitsFor?: string } {
  const keys = before ? `${before} ${key}` : key;
  const found = known.filter((one) => one.keys === keys).at(-1);
  if (found) return { found };
  if (known.some((one) => one.keys.startsWith(`${keys} `))) return { waitsFor: keys };
  // Of two keys that belong to nothing the second may begin something else.
  return before ? matchKey(known, '', key) : {};
}

const TYPED_INTO =
  'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]';

/** Never while typing, with a modifier (those are the browser's and screen readers'), or behind a dialog. */
function isMeant({
  target,
  ctrlKey,
  metaKey,
  altKey,
  isComposing,
  defaultPrevented,
}: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || isComposing || defaultPrevented) return false;
  if (target instanceof Element && target.closest(TYPED_INTO)) return false;
  return !document.querySelector('dialog[open]');
}

/** Listens for all of them, once for the whole of the dashboards. Returns what ends it. */
export function startShortcuts(): () => void {
  let before = '';
  let since = 0;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Shift') return;
    const waited = event.timeStamp - since <= SEQUENCE_MS ? before : '';
    before = '';
    // Escape is no letter that dictation could say: it works either way.
    if (!isMeant(event) || (!areShortcutsOn.peek() && event.key !== 'Escape')) return;
    const { found, waitsFor = '' } = matchKey(shortcuts.peek(), waited, event.key);
    before = waitsFor;
    since = event.timeStamp;
    if (!found) return;
    // Else the key would be typed into the field that it opens.
    event.preventDefault();
    found.run(event);
  };
  addEventListener('keydown', onKeyDown);
  return () => removeEventListener('keydown', onKeyDown);
}

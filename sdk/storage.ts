// The few things kept between the pages of a site: the visitor, the queue, the orders. Before a yes, where one is
// needed, they are kept in memory alone.

import { guard } from './guard.js';
import type { ConsentChoice, Options } from './options.js';

type Box = Record<string, string>;

/** Not in TypeScript's DOM types yet: https://w3c.github.io/gpc/ */
type Browser = Navigator & { globalPrivacyControl?: boolean };

let prefix: string;
let local: Box = {};
let memory: Box = {};
let asked: unknown;
/** As told on this page; Global Privacy Control counts as a no until the visitor chooses. */
let choice: 'denied' | '' | undefined;

export const openStorage = /*@__PURE__*/ guard(({ site, consent, cookieless }: Options): void => {
  prefix = `leadline:${site}:`;
  asked = consent != null || (navigator as Browser).globalPrivacyControl;
  // It throws in opaque-origin frames and where it is blocked, and is null in some web views.
  if (cookieless == null) local = localStorage || local;
});

/** Another page may have asked, and another tab may be asking now. */
export const chosen = (): string => local[`${prefix}consent`] || choice || (asked ? '' : 'granted');
export const allowed = (): boolean => chosen() === 'granted';

const write = /*@__PURE__*/ guard((name: string, value?: string) => {
  if (value) local[prefix + name] = value;
  else delete local[prefix + name];
});

export const kept = (name: string): string => memory[name] || (allowed() && local[prefix + name]) || '';

/** Keeps a value under a name; nothing removes what is there. */
export const keep = (name: string, value = ''): string => {
  if (allowed()) write(name, value);
  return (memory[name] = value);
};

/** Goes through the names in the browser's storage that begin so, from whichever page or tab. */
export const eachName = (start: string, run: (name: string) => void): void => {
  for (const key in local) if (key.startsWith(prefix + start)) run(key.slice(prefix.length));
};

/** Forgets everything but the visitor's choice. */
export const wipe = (): void => {
  eachName('', (name) => name !== 'consent' && write(name));
  memory = {};
};

/**
 * The visitor has chosen: puts what is in memory where it lasts.
 *
 * @returns whether anything may be kept; if not, all that is there has to go
 */
export const choose = (answer: ConsentChoice): boolean => {
  // A yes is only in storage, where another tab can take it back.
  choice = answer === 'granted' ? '' : 'denied';
  // Where nothing is kept before a yes, the no needs no remembering either.
  write('consent', choice && asked ? '' : choice || answer);
  for (const name in memory) keep(name, memory[name]);
  return allowed();
};

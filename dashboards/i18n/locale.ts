import { computed, signal } from '@preact/signals';
import type { Language } from '../../schemas/entities/access.js';
import type { DetailWords } from './details/words.js';
import type { Messages } from './messages.js';

/** The languages there are, each named in itself. Loaded one at a time: a reader needs only their own. */
export const languages = {
  en: { name: 'English', load: () => import('./en.js'), details: () => import('./details/en.js') },
  es: { name: 'Español', load: () => import('./es.js'), details: () => import('./details/es.js') },
  tr: { name: 'Türkçe', load: () => import('./tr.js'), details: () => import('./details/tr.js') },
} as const satisfies Record<Language, object>;

export type { Language };

const STORED = 'leadline-language';

interface Locale {
  language: Language;
  /** The reader's own tag where it is of that language (es-MX, en-GB): it decides how dates and numbers look. */
  tag: string;
  messages: Messages;
  details: DetailWords;
}

const locale = signal<Locale | undefined>(undefined);

function current(): Locale {
  if (!locale.value) throw new Error('startLocale() comes before the first render');
  return locale.value;
}

export const messages = computed(() => current().messages);
export const detailWords = computed(() => current().details);
export const language = computed(() => current().language);
export const formatTag = computed(() => current().tag);

/** The first of the reader's languages that we have, with their own tag of it. English when there is none. */
export function pickLanguage(
  preferred: readonly string[],
  stored?: string | null,
): { language: Language; tag: string } {
  const known = Object.keys(languages) as Language[];
  const of = (language: string) => known.find((name) => name === language.split('-')[0]?.toLowerCase());
  const chosen = of(stored ?? '') ?? preferred.map(of).find((name) => name !== undefined) ?? 'en';
  return { language: chosen, tag: preferred.find((tag) => of(tag) === chosen) ?? chosen };
}

let beforeChange: (language: Language) => Promise<void> = async () => {};

/** Has something else fetched before another language is shown. */
export function whenLanguageLoads(run: (language: Language) => Promise<void>): void {
  beforeChange = run;
}

async function load(choice: { language: Language; tag: string }): Promise<void> {
  const { load, details } = languages[choice.language];
  const [{ messages }, { words }] = await Promise.all([load(), details()]);
  await beforeChange(choice.language);
  locale.value = { ...choice, messages, details: words };
  document.documentElement.lang = choice.language;
}

let started: Promise<void> | undefined;

export function startLocale(): Promise<void> {
  started = load(pickLanguage(navigator.languages, readStored()));
  return started;
}

/** The reader's language, also for who asks before its texts are there. */
export async function languageKnown(): Promise<Language> {
  await started;
  return language.peek();
}

/** Changes the language at once and for the next visits. If its file cannot be fetched, nothing changes. */
export async function setLanguage(language: Language): Promise<void> {
  await load(pickLanguage(navigator.languages, language));
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // Storage may be blocked: the choice then lasts until the page is closed.
  }
}

/** The language that somebody's account names, unless another one was chosen in this browser. */
export async function adoptLanguage(name: string | null | undefined): Promise<void> {
  // Who is signed in may be known before the texts are there.
  await started;
  if (!name || readStored() || name === language.peek() || !Object.hasOwn(languages, name)) return;
  await load(pickLanguage(navigator.languages, name));
}

function readStored(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

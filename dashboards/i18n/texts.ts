import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Language, language, languageKnown, whenLanguageLoads } from './locale.js';

/** The texts of a page in one language after another; each file is fetched when its page is. */
export type TextFiles<Texts> = Record<Language, () => Promise<{ texts: Texts }>>;

const known = new Set<(language: Language) => Promise<void> | undefined>();

/**
 * The texts of a page, which stand in its folder as `texts.<language>.ts`. For pages that `lazyPage` shows: it waits
 * for them.
 *
 * @example
 * export const texts = pageTexts<Texts>({ en: () => import('./texts.en.js'), … });
 */
export function pageTexts<Texts>(files: TextFiles<Texts>): ReadonlySignal<Texts> {
  const loaded = signal<Partial<Record<Language, Texts>>>({});
  known.add((language) => {
    if (loaded.peek()[language]) return undefined;
    return files[language]().then(({ texts }) => {
      loaded.value = { ...loaded.peek(), [language]: texts };
    });
  });
  return computed(() => {
    const texts = loaded.value[language.value];
    if (!texts) throw new Error('a page with texts of its own is for lazyPage()');
    return texts;
  });
}

/** Fetches the texts of all pages so far, of the reader's language where none is named; also of those that come meanwhile. */
export async function loadTexts(of?: Language): Promise<void> {
  for (;;) {
    const chosen = of ?? (await languageKnown());
    const missing = [...known].map((load) => load(chosen)).filter((one) => one !== undefined);
    if (missing.length === 0) return;
    await Promise.all(missing);
  }
}

// A change of language shows at once on the page that is open.
whenLanguageLoads(loadTexts);

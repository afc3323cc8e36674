import { type Language, languages } from '../../i18n/locale.js';
import type { Words } from './words.js';

/** Tests say what is told in each language. */
export async function wordsIn(language: Language): Promise<Words> {
  const [{ messages }, { texts }, { texts: events }] = await Promise.all([
    languages[language].load(),
    import(`./texts.${language}.ts`) as Promise<typeof import('./texts.en.js')>,
    import(`../../i18n/events.${language}.ts`) as Promise<typeof import('../../i18n/events.en.js')>,
  ]);
  return { ...messages, ...texts, events };
}

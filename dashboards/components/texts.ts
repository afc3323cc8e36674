import { pageTexts } from '../i18n/texts.js';
import type { Texts } from './texts.en.js';

/** What the components say themselves. They come with the first page that uses one. */
export const texts = pageTexts<Texts>({
  en: () => import('./texts.en.js'),
  es: () => import('./texts.es.js'),
  tr: () => import('./texts.tr.js'),
});

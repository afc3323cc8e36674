import { pageTexts } from '../../i18n/texts.js';

import type { Texts } from './texts.en.js';

/** What is said of files of products. */
export const texts = pageTexts<Texts>({
  en: () => import('./texts.en.js'),
  es: () => import('./texts.es.js'),
  tr: () => import('./texts.tr.js'),
});

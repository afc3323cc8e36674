import type { EventTexts } from './events.js';
import { pageTexts } from './texts.js';

/** The texts of events, for pages that tell of them: fetched with those. */
export const eventTexts = pageTexts<EventTexts>({
  en: () => import('./events.en.js'),
  es: () => import('./events.es.js'),
  tr: () => import('./events.tr.js'),
});

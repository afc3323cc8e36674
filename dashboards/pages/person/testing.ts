import type { TimelineEvent } from '../../api.js';
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

const empty = {
  title: '',
  referrer: '',
  source: '',
  medium: '',
  campaign: '',
  channel: '',
  form_id: '',
  form_name: '',
  fields: {},
  labels: {},
  texts: {},
  is_team: false,
  told_of: '',
  retracted_at: 0,
  corrected_at: 0,
  took_place_at: 0,
  history: {},
  link_url: '',
  link_kind: '',
  order_id: '',
  value_minor: 0,
  currency: '',
  coupon: '',
  browser: '',
  os: '',
  device: '',
  country: '',
  region: '',
  bot_signals: [],
  message: '',
  consents: [],
  next_step: '',
  step_id: '',
  step_at: 0,
  step_rep: '',
  said: {},
  engaged_ms: 0,
  scroll_percent: 0,
  props: {},
  cut: {},
  became_known: false,
};

/** A view of a page, of which whatever else a test tells. */
export const event = (id: string, iso: string, more: Partial<TimelineEvent> = {}): TimelineEvent => ({
  ...empty,
  event_id: id,
  ts: Date.parse(iso),
  type: 'page_view',
  visitor_id: 'v1',
  url: `https://shop.example/${id}`,
  ...more,
});

import type { Event } from '../../schemas/events.js';
import type { Draft, Envelope } from './step.js';

/** Until its schema has read it. */
const UNREAD: Event = Object.freeze({ id: '', type: '', ts: 0 });
const NONE: string[] = [];

/**
 * An event before the first step: empty means "does not apply". One flat literal, since every row then has the same
 * shape for V8: spreading the blank columns in made the whole pipeline a third slower.
 */
export function draftOf(
  input: unknown,
  { site, batch }: Envelope,
  received_at: string,
  place: number,
): Draft {
  const visitor_id = batch.visitor ?? '';
  return {
    input,
    event: UNREAD,
    row: {
      site: site.id,
      subject_id: visitor_id,
      event_id: '',
      type: '',
      ts: '',
      received_at,
      visitor_id,
      person_id: '',
      url: '',
      host: '',
      path: '',
      title: '',
      referrer: '',
      source: '',
      medium: '',
      campaign: '',
      term: '',
      content: '',
      form_id: '',
      form_name: '',
      link_url: '',
      link_kind: '',
      order_id: '',
      value_minor: 0,
      currency: '',
      coupon: '',
      language: '',
      browser: '',
      os: '',
      device: '',
      props: '',
      page_view_id: '',
      engaged_ms: 0,
      scroll_percent: 0,
      channel: '',
      ad_click_param: '',
      ad_click_id: '',
      country: '',
      region: '',
      asn: 0,
      network: '',
      bot_signals: NONE,
    },
    place,
    page: undefined,
    referrer: undefined,
    landing: undefined,
    identity: { email: '', phone: '', customer: '', name: '', company: '' },
    written: { fields: new Map(), message: '', consents: [] },
    props: {},
    rows: [],
  };
}

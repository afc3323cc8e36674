import type { Event } from '../../schemas/events.js';
import type { TableRows } from '../../schemas/sql.gen.js';
import { clickhouseTime } from './clock.js';
import type { Arrival, Draft } from './step.js';

/** The columns that a step may fill; empty means "does not apply". */
const blank = {
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
} satisfies Partial<TableRows['events']>;

/** An event before the first step. */
export function draftOf(event: Event, { site, batch, receivedAt }: Arrival): Draft {
  const visitor_id = batch.visitor ?? '';
  return {
    event,
    row: {
      ...blank,
      site: site.id,
      subject_id: visitor_id,
      event_id: event.id,
      type: event.type,
      ts: '',
      received_at: clickhouseTime(receivedAt),
      visitor_id,
    },
    identity: { email: '', phone: '', customer: '', name: '', company: '' },
    fields: new Map(),
    props: {},
  };
}

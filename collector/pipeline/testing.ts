// For tests: an envelope of one or more events.
import * as v from 'valibot';
import { batch } from '../../schemas/batch.js';
import type { FieldHint } from '../../schemas/events/form_submit.js';
import type { TableRows } from '../../schemas/gen/tables.js';
import { NOWHERE } from '../location/location.js';
import type { Row } from '../store/row.js';
import { ingest } from './index.js';
import type { Envelope } from './step.js';

export const NOW = Date.UTC(2026, 9, 14, 12);

/** What a step is given, with the batch as it is sent. */
export function envelopeOf({ batch: sent = {}, site = {}, ...rest }: Overrides = {}): Envelope {
  return {
    site: { id: 'demo', name: 'Demo', origins: ['self'], timeZone: 'UTC', currency: 'EUR', ...site },
    batch: v.parse(batch, { site: 'demo', visitor: 'v1', events: [{}], ...sent }),
    receivedAt: NOW,
    isPublic: true,
    userAgent: '',
    acceptLanguage: '',
    isPrefetch: false,
    location: NOWHERE,
    origin: 'https://shop.test',
    secret: 'secret',
    ...rest,
  };
}

type Overrides = Omit<Partial<Envelope>, 'batch' | 'site'> & {
  batch?: Partial<v.InferInput<typeof batch>>;
  site?: Partial<Envelope['site']>;
};

/** One event through all steps: the rows it became, by table, and why it was refused, if it was. */
export function take(event: object, overrides: Overrides = {}) {
  const events = [{ id: 'e1', ts: NOW, ...event }];
  const { rows, answer } = ingest(envelopeOf({ ...overrides, batch: { ...overrides.batch, events } }));
  return { ...byTable(rows), refusal: answer.rejected[0] };
}

/** The first row of each table. */
export function byTable(rows: Row[]): Partial<TableRows> {
  return Object.fromEntries([...rows].reverse().map(({ table, json }) => [table, JSON.parse(json)]));
}

/** A form as an object from field name to its value, which may come with hints. */
export type TestForm = Record<string, string | string[] | [value: string | string[], hint: FieldHint]>;

const hasHint = (field: TestForm[string]): field is [string | string[], FieldHint] =>
  typeof field[1] === 'object' && !Array.isArray(field[1]);

/** The fields and the hints of a form, as `recognise` takes them. */
export function formOf(form: TestForm): [Map<string, string[]>, Record<string, FieldHint>] {
  const entries = Object.entries(form);
  const fields = entries.map(([name, field]) => [name, [hasHint(field) ? field[0] : field].flat()] as const);
  const hints = entries.flatMap(([name, field]) => (hasHint(field) ? [[name, field[1]] as const] : []));
  return [new Map(fields), Object.fromEntries(hints)];
}

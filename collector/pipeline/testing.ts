// For tests: an envelope of one or more events, and an event of each type.
import * as v from 'valibot';
import { batch } from '../../schemas/batch.js';
import { site as siteSchema } from '../../schemas/entities/sites.js';
import type { FieldHint } from '../../schemas/events/form_submit.js';
import type { Field } from '../../schemas/events/places.js';
import { type EventType, events } from '../../schemas/events.js';
import type { TableRows } from '../../schemas/gen/tables.js';
import { NOWHERE } from '../location/location.js';
import type { Row } from '../store/row.js';
import { ingest } from './index.js';
import type { Envelope } from './step.js';

export const NOW = Date.UTC(2026, 9, 14, 12);

/** What a step is given, with the batch as it is sent. */
export function envelopeOf({ batch: sent = {}, site = {}, ...rest }: Overrides = {}): Envelope {
  return {
    site: { id: 'demo', ...v.parse(siteSchema, { name: 'Demo', origins: ['self'] }), ...site },
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

/** What has to be worked out by a step, or has a form of its own. */
const SAMPLES: Record<string, unknown> = {
  form: { id: 'contact', fields: { email: 'ada@sample.test' } },
  link: { url: 'https://other.test/sample' },
  landing: 'https://shop.test/?utm_source=sample',
  // Not what the lines add up to.
  value: 15,
  currency: 'USD',
  lines: [{ product: 'sample', price: 12 }],
  revision: 3,
  nextStep: { at: 1_800_000_000_000, what: 'sample what', rep: 'sample rep' },
  email: 'ada@sample.test',
  phone: '+34600111222',
  country: 'JP',
  language: 'ja',
  birthYear: '1987',
};

/** Something that the schema of a field takes, told apart by the field's name. */
export function sampleOf(name: string, { schema }: Field): unknown {
  const options = JSON.stringify(schema.expects).match(/\w+/g) ?? [];
  const candidates = [SAMPLES[name], `sample ${name}`, `sample-${name}`, 57, true, ...options];
  const taken = [...candidates, ...candidates.map((one) => [one])].find((one) => {
    const { success, output } = v.safeParse(schema, one);
    return one !== undefined && success && output !== undefined;
  });
  if (taken === undefined) throw new Error(`${name}: no sample fits its schema; add one in SAMPLES`);
  return taken;
}

/** An event of a type with all its fields. */
export const sampleEvent = (type: EventType): Record<string, unknown> => ({
  type,
  url: 'https://shop.test/',
  ...Object.fromEntries(
    Object.entries<Field>(events[type].fields).map(([name, field]) => [name, sampleOf(name, field)]),
  ),
});

// What a fuzzer sends: batches that begin like what is expected and go wrong in some place.
import fc from 'fast-check';

/** What has broken parsers, databases and loggers elsewhere. */
const hostile = fc.constantFrom(
  ...[
    '',
    ' ',
    '0',
    '-1',
    '1e999',
    'NaN',
    'null',
    'undefined',
    '%',
    '%00',
    '%ff',
    '%2e%2e%2f',
    '..',
    '//',
    '\\',
  ],
  ...["'", '"', '`', '{site:String}', "' OR 1=1 --", '*', '\0', '\n', '\r\n', '\t', '\ud83d', '🙂', 'İ', 'ı'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '[]', '{}', '[[[[', 'a'.repeat(5_000)],
  ...['demo', 'shop', 'leads', 'timeline', 'sites', 'v1', '2026-02-30', '9999999999999999999'],
);
export const text = fc.oneof(
  { weight: 3, arbitrary: hostile },
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.tuple(hostile, hostile).map(([one, other]) => one + other),
);
// Half a surrogate pair cannot be encoded.
export const encoded = text.map((value) => encodeURIComponent(value.replace(/\p{Surrogate}/gu, '')));

/** JSON that begins like what is expected and goes wrong in some place. */
const leaf = fc.oneof(text, fc.double(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant('12.50'));
const value = fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }), fc.dictionary(text, leaf, { maxKeys: 3 }));
/** An event as it should be, with anybody's texts in it. */
const right = fc.oneof(
  fc.record({ type: fc.constant('page_view'), url: fc.webUrl({ withQueryParameters: true }), title: text }),
  fc.record({
    type: fc.constant('form_submit'),
    form: fc.record({
      name: text,
      fields: fc.dictionary(text, fc.oneof(text, fc.array(text, { maxLength: 3 })), { maxKeys: 4 }),
    }),
  }),
  fc.record({ type: fc.constant('identify'), email: fc.emailAddress(), name: text, customer: text }),
  fc.record({
    type: fc.constant('conversion'),
    orderId: text,
    value: fc.constantFrom('12.50', '-1', '1e9', '90000000000000', 7),
    currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
    coupon: text,
    lines: fc.array(fc.record({ product: text, quantity: fc.nat(), price: fc.nat() }), { maxLength: 2 }),
  }),
  fc.record({ type: fc.constant('link_click'), link: fc.record({ url: fc.webUrl(), text }) }),
  fc.record({
    type: fc.constant('page_leave'),
    pageView: text,
    engagedMs: fc.double({ min: -1, max: 1e12 }),
    scrollPercent: fc.double({ min: -1, max: 300 }),
  }),
  fc.record({ type: text, props: fc.object({ maxDepth: 3 }) }),
);
/** Some of its fields wrong, or others added. */
const wrong = fc.dictionary(
  fc.oneof(
    fc.constantFrom(
      ...[
        'id',
        'type',
        'ts',
        'url',
        'referrer',
        'title',
        'landing',
        'form',
        'email',
        'phone',
        'customer',
        'name',
      ],
      ...['company', 'value', 'currency', 'orderId', 'coupon', 'lines', 'link', 'choice', 'props'],
    ),
    text,
  ),
  value,
  { maxKeys: 2 },
);
export const event = fc
  .tuple(fc.uuid(), right, fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, wrong))
  .map(([id, one, other]) => ({ id, ts: Date.now(), ...one, ...other }));
const batch = fc.record(
  {
    site: fc.oneof({ weight: 5, arbitrary: fc.constant('shop') }, value),
    visitor: fc.oneof({ weight: 5, arbitrary: fc.constant('v1') }, value),
    person: fc.oneof(fc.record({ email: value, phone: value, customer: value }), value),
    sent: fc.oneof({ weight: 5, arbitrary: fc.constant(Date.now()) }, value),
    context: fc.oneof(fc.dictionary(text, value), value),
    events: fc.oneof({ weight: 5, arbitrary: fc.array(event, { maxLength: 4 }) }, value),
  },
  { requiredKeys: ['site', 'visitor', 'events'] },
);
const json = fc
  .oneof({ weight: 5, arbitrary: batch }, fc.object({ maxDepth: 2 }), value)
  .map((sent) => JSON.stringify(sent));
export const body = fc.oneof(
  { weight: 5, arbitrary: json },
  fc.tuple(json, fc.nat()).map(([whole, at]) => whole.slice(0, at % (whole.length + 1))),
  text,
  fc.uint8Array({ maxLength: 200 }),
  fc.constant('['.repeat(100_000)),
);

// A believable site, in SQL: each number is a visitor, a person or an event, and what it is like follows from its hash, so
// that the same sizes make the same site.
import {
  agents,
  campaigns,
  domains,
  firstNames,
  lastNames,
  pages,
  places,
  searches,
} from './people_words.mjs';

/** Of what is made: two years until here, in eight inserts' worth of time, so that parts overlap as they do in real life. */
export const PERIODS = 8;
const FROM = "toDateTime64('2024-11-01 00:00:00', 6, 'UTC')";
const SECONDS = 730 * 86_400;
/** Events of a visit. */
const VISIT = 8;
const BROWSERS_MAX = 3;
const REPS = [
  'ana@halfturn.example',
  'deniz@halfturn.example',
  'leo@halfturn.example',
  'marta@halfturn.example',
];

/** How a site of these sizes is made up: most people have 5 to 30 events where there are enough, one in 10,000 thousands. */
export function shapeOf({ persons, events }) {
  const usual = Math.round(Math.min(17, Math.max(2, (0.6 * events) / persons - 3)));
  const few = Math.min(5, Math.ceil(usual / 2));
  const known = persons * (usual + 2.9);
  return { persons, few, many: 2 * usual - few, anonymous: Math.max(0, Math.round((events - known) / 8)) };
}

const text = (words) => `'${String(words).replace(/[\\']/g, '\\$&')}'`;
const list = (words) =>
  `[${words.map((word) => (Array.isArray(word) ? `(${word.map(cell)})` : text(word)))}]`;
const cell = (value) => (typeof value === 'number' ? String(value) : text(value));
const pick = (words, hash) => `${list(words)}[1 + ${hash} % ${words.length}]`;
const id = (length, ...of) => `substring(base64URLEncode(sipHash128(${of})), 1, ${length})`;

/** Who the person with this number is. */
export const personId = (p) => `concat('p_', ${id(22, "'person'", p)})`;
export const customerPersonId = (p) => `concat('p_', ${id(22, "'customer'", p)})`;

const who = (p) => `
    ${personId(p)} AS person,
    cityHash64('who', ${p}) AS w,
    ${pick(firstNames, 'w')} AS first_name,
    ${pick(lastNames, 'bitShiftRight(w, 16)')} AS last_name,
    concat(first_name, ' ', last_name) AS full_name,
    ${pick(domains, 'bitShiftRight(w, 32)')} AS domain,
    concat(lower(first_name), '.', lower(last_name), toString(${p}), '@', domain.1) AS address,
    if(bitShiftRight(w, 40) % 2 = 0, concat('+346', leftPad(toString(bitShiftRight(w, 8) % 100000000), 8, '0')), '') AS telephone,
    domain.2 AS firm,
    bitShiftRight(w, 44) % 10 = 0 AS has_customer_id,
    if(has_customer_id, concat('K-', toString(${p})), '') AS customer_id`;

/** How much one person does, over how many browsers. */
const amounts = ({ few, many }) => `
    cityHash64('much', p) AS m,
    1 + (m % 10 >= 6) + (m % 10 = 9) AS browsers,
    multiIf(bitShiftRight(m, 8) % 10000 = 0, 2000 + bitShiftRight(m, 24) % 4000,
        bitShiftRight(m, 8) % 100 = 1, 100 + bitShiftRight(m, 24) % 300,
        ${few} + bitShiftRight(m, 24) % ${many - few + 1}) AS acts`;

/** Visitors number `from` to `from + count`: first the browsers of persons, then those that nobody ever named. */
function visitors(shape, from, count) {
  const known = shape.persons * BROWSERS_MAX;
  return `
    SELECT
        number AS v,
        v < ${known} AS is_known,
        if(is_known, intDiv(v, ${BROWSERS_MAX}), 0) AS p,
        v % ${BROWSERS_MAX} AS b,
        ${amounts(shape)},
        toUInt32(if(is_known, if(b < browsers, greatest(1, intDiv(acts, browsers)), 0), 1 + bitShiftRight(cityHash64('anonymous', v), 8) % 15)) AS n,
        cityHash64('visitor', v) AS f,
        toUInt32(f % ${SECONDS - 86_400}) AS starts,
        toUInt32(bitShiftRight(f, 24) % (${SECONDS - 3_600} - starts)) AS lasts,
        intDiv(n, 3) AS named_at
    FROM numbers(${from}, ${count})
    WHERE n > 0`;
}

export const visitorsOf = (shape) => shape.persons * BROWSERS_MAX + shape.anonymous;

/**
 * What visitors did, with all that the tables hold of it.
 *
 * @param part which visitors, in which period; with `more` so many events after those of the periods
 */
function browsing(shape, { from, count, period, more = 0 }) {
  const numbers = more > 0 ? `range(n, n + ${more})` : 'range(n)';
  const when = more > 0 ? '1' : `intDiv(seconds, ${SECONDS / PERIODS}) = ${period}`;
  return `
  SELECT
    *,
    ${id(21, "'visitor'", 'v')} AS visitor,
    ${id(21, "'event'", 'v', 'k')} AS event,
    addMicroseconds(${FROM} + toIntervalMillisecond(toUInt64(seconds) * 1000 + bitShiftRight(h, 8) % 1000), 0) AS at,
    at + toIntervalMillisecond(40) AS received,
    is_known AND (k = named_at OR k % 60 = 59) AS is_named,
    k % ${VISIT} AS slot,
    multiIf(is_named AND (b > 0 OR h % 4 = 0), 'identify', is_named, 'form_submit',
        is_known AND has_customer_id AND k % 90 = 45, 'conversion',
        slot IN (1, 3, 5), 'page_leave', slot = 6 AND h % 2 = 0, 'link_click', slot = 6, 'video played', 'page_view') AS kind,
    kind = 'page_view' AND slot = 0 AS is_arrival,
    ${pick(pages, '(if(slot % 2 = 1, h_before, h))')} AS page,
    concat('/', page.1, '/', toString(if(slot % 2 = 1, h_before, h) % 400)) AS page_path,
    ${pick(campaigns, 'bitShiftRight(h, 12)')} AS came,
    concat('https://halfturn.example', page_path, if(is_arrival AND came.1 != '', concat('?utm_source=', came.1, '&utm_medium=', came.2, '&utm_campaign=', came.3), '')) AS page_url,
    ${pick(agents, 'f')} AS agent,
    ${pick(places, 'bitShiftRight(f, 8)')} AS place
  FROM
  (
    SELECT
        *,
        cityHash64(v, k) AS h,
        cityHash64(v, toUInt32(k - 1)) AS h_before,
        toUInt32(starts + intDiv(k, ${VISIT}) * intDiv(lasts, intDiv(n, ${VISIT}) + 1) + (k % ${VISIT}) * 41 + h % 30) AS seconds,
        ${who('p')}
    FROM (SELECT *, toUInt32(arrayJoin(${numbers})) AS k FROM (${visitors(shape, from, count)}))
    WHERE ${when}
  )`;
}

/** Persons number `from` to `from + count`, with what is the same in all that is told of them. */
export const PEOPLE_AT_ONCE = 250_000;
export const personSql = (from, count) => `
  SELECT
    *,
    cityHash64('much', p) AS m,
    toUnixTimestamp64Milli(${FROM}) + (cityHash64('visitor', p * ${BROWSERS_MAX}) % ${SECONDS - 86_400}) * 1000 AS captured,
    if(m % 10 < 3, ${pick(REPS, 'w')}, '') AS rep,
    ${pick(campaigns, 'bitShiftRight(m, 12)')} AS came,
    ${pick(agents, 'm')} AS agent,
    ${pick(places, 'bitShiftRight(m, 8)')} AS place
  FROM (SELECT number AS p, ${who('p')} FROM numbers(${from}, ${count}))`;

/** What servers and reps told of persons number `from` to `from + count`. */
const telling = (from, count) => `
  SELECT
    *,
    ${id(21, "'told'", 'p', 'k')} AS event,
    ${FROM} + toIntervalSecond(cityHash64('visitor', p * ${BROWSERS_MAX}) % ${SECONDS - 86_400} + toUInt64(k) * 3600) AS at,
    at + toIntervalMillisecond(40) AS received,
    ['identify', 'owner_assigned', 'stage_changed', 'contact_logged', 'contact_logged', 'purchase'][k + 1] AS kind,
    ${pick(REPS, 'w')} AS rep
  FROM
  (
    SELECT number AS p, toUInt32(arrayJoin(range(6))) AS k, cityHash64('told', p, k) AS h, ${who('p')}
    FROM numbers(${from}, ${count})
    WHERE multiIf(k IN (0, 5), has_customer_id, k = 1, h % 10 < 3, k = 2, h % 10 < 2, h % 10 < 2)
  )`;

const EVENT_COLUMNS = {
  site: "'demo'",
  event_id: 'event',
  type: 'kind',
  ts: 'at',
  received_at: 'received',
};

const insert = (table, columns, from, where = '1') =>
  `INSERT INTO ${table} (${Object.keys(columns)})
SELECT ${Object.entries(columns).map(([name, sql]) => `${sql} AS \`_${name}\``)}
FROM (${from})
WHERE ${where}`;

const personal = {
  site: "'demo'",
  ts: 'at',
  received_at: 'received',
  person_id: 'person',
  email: 'address',
  customer: 'customer_id',
};

/** The statements that store what visitors did. */
export function browsingInserts(shape, part) {
  const from = browsing(shape, part);
  const order = "if(kind = 'conversion', concat('B-', toString(v), '-', toString(k)), '')";
  const key = `if(kind = 'conversion', concat('#conversion ', ${order}, ' ', event), event)`;
  const seen = "kind IN ('page_view', 'page_leave', 'form_submit', 'link_click')";
  const ifForm = (sql, otherwise = "''") => `if(kind = 'form_submit', ${sql}, ${otherwise})`;
  const events = insert(
    'events',
    {
      ...EVENT_COLUMNS,
      subject_id: 'visitor',
      visitor_id: 'visitor',
      person_id: "if(is_named, person, '')",
      url: `if(${seen}, page_url, '')`,
      host: `if(${seen}, 'halfturn.example', '')`,
      path: `if(${seen}, page_path, '')`,
      title: `if(${seen}, page.2, '')`,
      referrer: `if(is_arrival, came.4, if(kind = 'page_view', 'https://halfturn.example/', ''))`,
      source: "if(is_arrival, came.5, '')",
      medium: "if(is_arrival, came.2, '')",
      campaign: "if(is_arrival, came.3, '')",
      channel: "if(is_arrival, came.6, '')",
      term: `if(is_arrival AND came.2 = 'cpc', ${pick(searches, 'h')}, '')`,
      form_id: ifForm("'contact'"),
      form_name: ifForm("'Contact us'"),
      link_url: "if(kind = 'link_click', concat('https://partner.example/offers/', toString(h % 90)), '')",
      link_kind: "if(kind = 'link_click', 'outbound', '')",
      order_id: order,
      value_minor: "if(kind = 'conversion', toInt64(900 + h % 90000), 0)",
      currency: "if(kind = 'conversion', 'EUR', '')",
      language: 'place.3',
      browser: 'agent.1',
      os: 'agent.2',
      device: 'agent.3',
      country: 'place.1',
      region: 'place.2',
      asn: 'toUInt32(place.4)',
      network: 'place.5',
      props: `multiIf(kind = 'link_click', '{"link_text":"See the offer of our partner"}', kind = 'form_submit', '{"form_action":"https://halfturn.example/thanks.html"}', kind = 'video played', '{"video":"How to dial in a grinder","seconds":42}', kind = 'conversion', '{"lines":[{"product":"mill-64","name":"Mill 64","quantity":1,"price_minor":41900}]}', '{}')`,
      page_view_id: `if(kind = 'page_leave', ${id(21, "'event'", 'v', 'toUInt32(k - 1)')}, '')`,
      engaged_ms: "if(kind = 'page_leave', toUInt32(1000 + h % 60000), 0)",
      scroll_percent: "if(kind = 'page_leave', toUInt8(h % 101), 0)",
      is_word: 'false',
      once_id: `if(kind = 'conversion', concat('#conversion ', ${order}), event)`,
      event_key: key,
    },
    from,
  );
  // Of those whom nobody named there is nothing else.
  if (part.from >= shape.persons * BROWSERS_MAX) return [events];
  return [
    events,
    insert(
      'personal_data',
      {
        ...personal,
        subject_id: 'visitor',
        event_id: 'event',
        name: 'full_name',
        phone: 'telephone',
        company: ifForm('firm'),
        is_word: 'false',
        fields: ifForm(
          "map('name', [full_name], 'email', [address], 'phone', [telephone], 'company', [firm], 'message', [concat('We would like an offer for ', toString(1 + h % 9), ' machines and their yearly service.')])",
          'map()::Map(String, Array(String))',
        ),
        message: ifForm(
          "concat('We would like an offer for ', toString(1 + h % 9), ' machines and their yearly service.')",
        ),
      },
      from,
      'is_named',
    ),
    insert(
      'visitor_persons',
      {
        site: "'demo'",
        visitor_id: 'visitor',
        event_id: 'event',
        ts: 'at',
        received_at: 'received',
        person_id: 'person',
      },
      from,
      'is_named',
    ),
    insert(
      'sales',
      {
        ...EVENT_COLUMNS,
        order_id: order,
        refund_id: "''",
        subject_id: 'visitor',
        visitor_id: 'visitor',
        person_id: "''",
        value_minor: 'toInt64(900 + h % 90000)',
        currency: "'EUR'",
        is_word: 'false',
      },
      from,
      "kind = 'conversion'",
    ),
  ];
}

/** The statements that store what was told of persons. */
export function tellingInserts(from, count) {
  const told = telling(from, count);
  const order = "if(kind = 'purchase', concat('S-', toString(p)), '')";
  const key = `if(kind = 'purchase', concat('#purchase ', ${order}, ' ', event), event)`;
  const pair = (one, other) =>
    insert(
      'identity_pairs',
      {
        site: "'demo'",
        person_id: one,
        other_id: other,
        kind: "'word'",
        subject_id: 'person',
        event_id: 'event',
        ts: 'at',
        received_at: 'received',
      },
      told,
      "kind = 'identify'",
    );
  return [
    insert(
      'events',
      {
        ...EVENT_COLUMNS,
        subject_id: 'person',
        person_id: 'person',
        order_id: order,
        value_minor: "if(kind = 'purchase', toInt64(900 + h % 90000), 0)",
        currency: "if(kind = 'purchase', 'EUR', '')",
        props: `multiIf(kind = 'contact_logged', concat('{"durationMinutes":12,"channel":"call","direction":"outbound","rep":"', rep, '"}'), kind = 'owner_assigned', concat('{"owner":"', rep, '"}'), kind = 'stage_changed', '{"stage":"working"}', '{}')`,
        contact_channel: "if(kind = 'contact_logged', 'call', '')",
        contact_direction: "if(kind = 'contact_logged', 'outbound', '')",
        owner: "if(kind = 'owner_assigned', rep, '')",
        stage: "if(kind = 'stage_changed', 'working', '')",
        is_word: 'true',
        once_id: `if(kind = 'purchase', concat('#purchase ', ${order}), event)`,
        event_key: key,
      },
      told,
    ),
    insert(
      'personal_data',
      {
        ...personal,
        subject_id: 'person',
        event_id: key,
        name: "if(kind = 'identify', full_name, '')",
        is_word: 'true',
        message:
          "if(kind = 'contact_logged', 'Wants to hear the price of the yearly service before they decide.', '')",
      },
      told,
    ),
    insert(
      'sales',
      {
        ...EVENT_COLUMNS,
        order_id: order,
        refund_id: "''",
        subject_id: 'person',
        visitor_id: "''",
        person_id: 'person',
        value_minor: 'toInt64(900 + h % 90000)',
        currency: "'EUR'",
        is_word: 'true',
      },
      told,
      "kind = 'purchase'",
    ),
    pair('person', customerPersonId('p')),
    pair(customerPersonId('p'), 'person'),
  ];
}

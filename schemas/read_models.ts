/** What `npm run rebuild` begins with: tables that are made anew from raw rows, and those that raw rows fill by themselves. */
export const emptyReadModels: readonly string[] = [
  ...[
    'people',
    'orders',
    'person_ids',
    'person_members',
    'first_subjects',
    'order_subjects',
    'order_words',
    'clicks',
    'clicks_evidence',
  ].map((table) => `TRUNCATE TABLE ${table}`),
  `INSERT INTO first_subjects
SELECT site, person_id, subject_id, min(received_at), max(toUInt8(is_word))
FROM personal_data
WHERE person_id != ''
GROUP BY site, person_id, subject_id`,
  `INSERT INTO order_subjects
SELECT DISTINCT site, order_id, subject_id
FROM events
WHERE order_id != ''`,
  `INSERT INTO order_words
SELECT DISTINCT site, order_id, subject_id
FROM events
WHERE order_id != '' AND is_word`,
  `INSERT INTO clicks
SELECT
    site, JSONExtractString(props, 'link'), event_id, ts, received_at, JSONExtractString(props, 'campaign'), url, referrer,
    JSONExtractString(props, 'method'), JSONExtractString(props, 'purpose'), JSONExtractString(props, 'agent'),
    browser, os, device, language, country, region, asn, network, JSONExtractString(props, 'addressHash'),
    JSONExtractString(props, 'recipient'), JSONExtractString(props, 'message'), is_team, bot_signals
FROM events
WHERE type = 'click'`,
  `INSERT INTO clicks_evidence
SELECT
    site, JSONExtractString(props, 'click'), event_id, visitor_id, ts, received_at,
    JSONExtractString(props, 'kind'), JSONExtractBool(props, 'trusted')
FROM events
WHERE type = 'click_evidence'`,
];

/** The first of them begins empty, and is filled by itself. */
const MAKES_PEOPLE = '0013_people';
/** Migrations that change what a row of a person tells. */
const CHANGES_PEOPLE: ReadonlySet<string> = new Set(['0021_next_steps', '0022_orders', '0024_assignment']);

/** Whether the rows of people that there are tell less than they do since these migrations: they are made anew then. */
export const asksForPeople = (applied: readonly string[]): boolean =>
  !applied.includes(MAKES_PEOPLE) && applied.some((name) => CHANGES_PEOPLE.has(name));

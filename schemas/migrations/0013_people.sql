-- Who said it: a word is what an API key, a rep or a signed identity says, all else anybody can claim with the public key.
-- Of rows of before, and of those that wait in a queue: what a server sent without a browser.
ALTER TABLE events
    ADD COLUMN IF NOT EXISTS is_word Bool DEFAULT person_id != '' AND subject_id = person_id;
ALTER TABLE personal_data
    ADD COLUMN IF NOT EXISTS is_word Bool DEFAULT person_id != '' AND subject_id = person_id,
    ADD COLUMN IF NOT EXISTS attributes Map(LowCardinality(String), String) COMMENT 'what else it says of the person; an empty text clears';

-- Trust outranks type, and type the time. An order of before goes on winning over what only says as much.
ALTER TABLE sales
    ADD COLUMN IF NOT EXISTS is_word Bool DEFAULT type IN ('purchase', 'refund') OR (person_id != '' AND subject_id = person_id);
ALTER TABLE sales
    MODIFY COLUMN keep UInt64 MATERIALIZED bitShiftLeft(toUInt64(is_word), 63) + bitShiftLeft(toUInt64(is_word AND type = 'purchase'), 62)
        + bitShiftLeft(toUInt64(4398046511103 - toUnixTimestamp64Milli(received_at)), 20)
        + cityHash64(event_id, subject_id) % 1048576;

-- Under which subjects (browsers, and the person's own id) something was said of a person: `personal_data` the other way
-- round. It only leads there: what is found is read in `personal_data`, where the first copy of an event decides.
CREATE TABLE IF NOT EXISTS person_subjects
(
    site       LowCardinality(String),
    person_id  String,
    subject_id String
)
ENGINE = ReplacingMergeTree
ORDER BY (site, person_id, subject_id)
SETTINGS index_granularity = 1024, non_replicated_deduplication_window = 1000;
CREATE MATERIALIZED VIEW IF NOT EXISTS to_person_subjects TO person_subjects AS
SELECT site, person_id, subject_id
FROM personal_data
WHERE person_id != '';
INSERT INTO person_subjects
SELECT DISTINCT site, person_id, subject_id
FROM personal_data
WHERE person_id != '';

-- Who told of an order: when another telling is believed, the order leaves the person that it counted for.
CREATE TABLE IF NOT EXISTS order_subjects
(
    site       LowCardinality(String),
    order_id   String,
    subject_id String
)
ENGINE = ReplacingMergeTree
ORDER BY (site, order_id, subject_id)
SETTINGS index_granularity = 1024, non_replicated_deduplication_window = 1000;
CREATE MATERIALIZED VIEW IF NOT EXISTS to_order_subjects TO order_subjects AS
SELECT site, order_id, subject_id
FROM sales;
INSERT INTO order_subjects
SELECT DISTINCT site, order_id, subject_id
FROM events
WHERE order_id != '';

-- Which identifiers were seen together, or put together or apart by hand; each pair from both sides. What of it joins two
-- persons, `collector/identity/` decides. Of a claim and of a word the pair alone counts, of a decision by hand the newest.
CREATE TABLE IF NOT EXISTS identity_pairs
(
    site        LowCardinality(String),
    person_id   String,
    other_id    String,
    kind        LowCardinality(String) COMMENT 'claim, word or hand',
    is_joined   Bool DEFAULT true COMMENT 'false where they were separated by hand',
    `by`        String COMMENT 'who decided it by hand: owner, user:<id>, key:<id>',
    subject_id  String COMMENT 'with event_id: which event said so',
    event_id    String,
    ts          DateTime64(6, 'UTC'),
    received_at DateTime64(3, 'UTC'),
    keep        UInt64 MATERIALIZED if(kind = 'hand',
        toUInt64(toUnixTimestamp64Micro(ts)),
        18446744073709551615 - (toUnixTimestamp64Milli(received_at) * 1024 + toUnixTimestamp64Micro(ts) % 1000))
)
ENGINE = ReplacingMergeTree(keep)
ORDER BY (site, person_id, other_id, kind)
SETTINGS index_granularity = 1024, non_replicated_deduplication_window = 1000;
-- The pairs of before: words where a server said so without a browser. Those that wait in a queue are claims.
CREATE MATERIALIZED VIEW IF NOT EXISTS person_links_to_pairs TO identity_pairs AS
SELECT site, pair.1 AS person_id, pair.2 AS other_id, 'claim' AS kind, event_id, ts, received_at
FROM (SELECT site, event_id, ts, received_at, arrayJoin([(person_id, other_id), (other_id, person_id)]) AS pair FROM person_links);
INSERT INTO identity_pairs (site, person_id, other_id, kind, subject_id, event_id, ts, received_at)
SELECT site, pair.1, pair.2, kind, subject_id, event_id, ts, received_at
FROM
(
    SELECT
        site, event_id, ts, received_at,
        arrayJoin([(person_id, other_id), (other_id, person_id)]) AS pair,
        (site, person_id, event_id) IN (SELECT site, subject_id, event_id FROM personal_data WHERE subject_id = person_id) AS is_word,
        if(is_word, 'word', 'claim') AS kind,
        if(is_word, person_id, '') AS subject_id
    FROM person_links FINAL
);

-- Read model: the person that an id stands for where it is not only its own. The other way round beside it.
CREATE TABLE IF NOT EXISTS person_ids
(
    site         LowCardinality(String),
    person_id    String,
    canonical_id String,
    version      UInt64 COMMENT 'when it was worked out, in microseconds'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (site, person_id)
SETTINGS index_granularity = 1024;
CREATE TABLE IF NOT EXISTS person_members
(
    site         LowCardinality(String),
    canonical_id String,
    person_id    String,
    version      UInt64,
    is_deleted   UInt8 DEFAULT 0
)
ENGINE = ReplacingMergeTree(version, is_deleted)
ORDER BY (site, canonical_id, person_id)
SETTINGS index_granularity = 1024;

-- Read model: a row for each person, made anew whenever something comes that is about them.
CREATE TABLE IF NOT EXISTS people
(
    site                 LowCardinality(String),
    person_id            String,
    version              UInt64 COMMENT 'when it was worked out, in microseconds',
    is_deleted           UInt8 DEFAULT 0,
    email                String,
    name                 String,
    phone                String,
    company              String,
    stage                LowCardinality(String),
    status               LowCardinality(String),
    owner                LowCardinality(String),
    owners               Array(LowCardinality(String)) COMMENT 'who has charge under each id that anybody was given charge of, e-mails in lower case',
    source               LowCardinality(String),
    medium               LowCardinality(String),
    campaign             LowCardinality(String),
    channel              LowCardinality(String),
    captured_at          Int64 COMMENT 'milliseconds, as all times here',
    first_seen           Int64,
    last_seen            Int64,
    email_kind           LowCardinality(String) COMMENT 'business, free, role or disposable',
    email_domain         String,
    emails               Array(String),
    phones               Array(String),
    customers            Array(String),
    page_views           UInt64,
    form_submits         UInt64,
    events               UInt64,
    orders               UInt64,
    value_minor          Map(String, Int64),
    visitors             UInt64,
    language             LowCardinality(String),
    browser              LowCardinality(String),
    os                   LowCardinality(String),
    device               LowCardinality(String),
    country              LowCardinality(String),
    region               LowCardinality(String),
    attributes           Map(LowCardinality(String), String),
    bot_signals          Array(LowCardinality(String)),
    first_touch_source   LowCardinality(String),
    first_touch_medium   LowCardinality(String),
    first_touch_campaign LowCardinality(String),
    first_touch_channel  LowCardinality(String),
    first_touch_ts       Int64,
    last_touch_source    LowCardinality(String),
    last_touch_medium    LowCardinality(String),
    last_touch_campaign  LowCardinality(String),
    last_touch_channel   LowCardinality(String),
    last_touch_ts        Int64,
    search               String COMMENT 'whatever they go by, folded'
)
ENGINE = ReplacingMergeTree(version, is_deleted)
ORDER BY (site, person_id)
SETTINGS index_granularity = 1024;

-- Read model: pairs of people who may be one, and what speaks for it.
CREATE TABLE IF NOT EXISTS suspected_pairs
(
    site       LowCardinality(String),
    person_id  String COMMENT 'the smaller id of the two',
    other_id   String,
    reason     LowCardinality(String) COMMENT 'phone, name or claim',
    evidence   String COMMENT 'what they have in common',
    version    UInt64,
    is_deleted UInt8 DEFAULT 0
)
ENGINE = ReplacingMergeTree(version, is_deleted)
ORDER BY (site, person_id, other_id, reason)
SETTINGS index_granularity = 1024;

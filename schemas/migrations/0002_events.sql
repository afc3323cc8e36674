-- One row per event, without anything that names a person: those values stand in `personal_data`.
-- A retry has the same key and loses to the first copy (`keep_first` is larger the earlier the row came), so that
-- a report never changes after the fact. The time is not part of the key: a retry's clock correction may differ.
CREATE TABLE IF NOT EXISTS events
(
    site        LowCardinality(String),
    subject_id  String COMMENT 'visitor_id, or person_id where no browser was involved',
    event_id    String,
    type        LowCardinality(String),
    ts          DateTime64(3, 'UTC') COMMENT 'when it happened, corrected for the sender''s clock',
    received_at DateTime64(3, 'UTC'),
    visitor_id  String,
    person_id   String COMMENT 'the person that this event itself names, else empty',
    url         String,
    host        LowCardinality(String),
    path        String,
    title       String,
    referrer    String,
    source      LowCardinality(String) COMMENT 'where an entry came from; empty inside a visit',
    medium      LowCardinality(String),
    campaign    LowCardinality(String),
    term        String,
    content     String,
    form_id     LowCardinality(String),
    form_name   LowCardinality(String),
    link_url    String,
    link_kind   LowCardinality(String),
    order_id    String,
    value_minor Int64,
    currency    LowCardinality(String),
    coupon      LowCardinality(String),
    language    LowCardinality(String),
    browser     LowCardinality(String),
    os          LowCardinality(String),
    device      LowCardinality(String),
    props       String COMMENT 'JSON object of everything else',
    -- An order counts once, however often its thank-you page is loaded; `#` begins no event id.
    once_id     String MATERIALIZED if(type = 'conversion' AND order_id != '', '#conversion ' || order_id, event_id),
    keep_first  UInt64 MATERIALIZED 18446744073709551615 - toUnixTimestamp64Milli(received_at)
)
ENGINE = ReplacingMergeTree(keep_first)
ORDER BY (site, subject_id, once_id)
SETTINGS index_granularity = 2048, non_replicated_deduplication_window = 1000;

-- What people typed and who they are: the table to erase, and the one that reports do not read.
CREATE TABLE IF NOT EXISTS personal_data
(
    site        LowCardinality(String),
    subject_id  String,
    event_id    String,
    ts          DateTime64(3, 'UTC'),
    received_at DateTime64(3, 'UTC'),
    person_id   String,
    email       String,
    phone       String,
    customer    String,
    name        String,
    company     String,
    fields      Map(String, Array(String)) COMMENT 'field name to values, as submitted',
    keep_first  UInt64 MATERIALIZED 18446744073709551615 - toUnixTimestamp64Milli(received_at),
    INDEX by_person person_id TYPE bloom_filter GRANULARITY 1
)
ENGINE = ReplacingMergeTree(keep_first)
ORDER BY (site, subject_id, event_id)
SETTINGS index_granularity = 1024, non_replicated_deduplication_window = 1000;

-- Which person a visitor was from when on: one row per event that names the person behind a browser.
CREATE TABLE IF NOT EXISTS visitor_persons
(
    site        LowCardinality(String),
    visitor_id  String,
    event_id    String,
    ts          DateTime64(3, 'UTC'),
    received_at DateTime64(3, 'UTC'),
    person_id   String,
    keep_first  UInt64 MATERIALIZED 18446744073709551615 - toUnixTimestamp64Milli(received_at),
    INDEX by_person person_id TYPE bloom_filter GRANULARITY 1
)
ENGINE = ReplacingMergeTree(keep_first)
ORDER BY (site, visitor_id, event_id)
SETTINGS index_granularity = 1024, non_replicated_deduplication_window = 1000;

-- Two identifiers seen together (an e-mail and a customer id) are one person.
CREATE TABLE IF NOT EXISTS person_links
(
    site        LowCardinality(String),
    person_id   String,
    other_id    String,
    event_id    String,
    ts          DateTime64(3, 'UTC'),
    received_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(received_at)
ORDER BY (site, person_id, other_id)
SETTINGS index_granularity = 1024, non_replicated_deduplication_window = 1000;

-- From when on a visitor counts as which person: from the beginning for the first one, from the naming event on
-- for each later one.
CREATE VIEW IF NOT EXISTS visitor_spans AS
SELECT
    site,
    visitor_id,
    tie.3 AS person_id,
    if(position = 1, toDateTime64(0, 3, 'UTC'), tie.1) AS since
FROM
(
    SELECT site, visitor_id, arraySort(groupArray((ts, event_id, person_id))) AS ties
    FROM visitor_persons FINAL
    GROUP BY site, visitor_id
)
ARRAY JOIN ties AS tie, arrayEnumerate(ties) AS position;

-- Events that were not taken, with the reason, for the owner to read. Values are left out: they may be what the
-- refusal protects. A retry has the same id and changes nothing; a row that stands for many alike is written again
-- with a larger `count`.
CREATE TABLE IF NOT EXISTS rejected_events
(
    site        LowCardinality(String),
    rejected_id String,
    ts          DateTime64(3, 'UTC'),
    event_id    String,
    type        LowCardinality(String),
    reason      LowCardinality(String),
    message     String,
    origin      String,
    count       UInt32,
    -- the largest count, and of those the first
    keep        UInt64 MATERIALIZED bitShiftLeft(toUInt64(least(count, 2097151)), 42)
        + 4398046511103 - toUnixTimestamp64Milli(ts)
)
ENGINE = ReplacingMergeTree(keep)
ORDER BY (site, rejected_id)
TTL toDateTime(ts) + INTERVAL 30 DAY
SETTINGS index_granularity = 1024, non_replicated_deduplication_window = 1000;

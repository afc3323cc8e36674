-- What a file said of people, and what was retracted of all that is written of them.
ALTER TABLE events
    ADD COLUMN IF NOT EXISTS import_id LowCardinality(String) DEFAULT '' COMMENT 'of the import that it comes from';
ALTER TABLE personal_data
    ADD COLUMN IF NOT EXISTS import_id LowCardinality(String) DEFAULT '';

-- What of a person counts no more. It may come before what it retracts; of several about one target the newest counts.
CREATE TABLE IF NOT EXISTS retractions
(
    site        LowCardinality(String),
    subject_id  String COMMENT 'of the retraction',
    event_id    String COMMENT 'of the retraction',
    person_id   String COMMENT 'whose events alone it is about',
    target      String COMMENT 'the id of an event, or # and that of an import',
    is_restored Bool COMMENT 'it counts again',
    ts          DateTime64(6, 'UTC'),
    received_at DateTime64(3, 'UTC'),
    keep_first  UInt64 MATERIALIZED 18446744073709551615 - toUnixTimestamp64Milli(received_at)
)
ENGINE = ReplacingMergeTree(keep_first)
ORDER BY (site, subject_id, event_id, target)
SETTINGS index_granularity = 1024, non_replicated_deduplication_window = 1000;

-- The rows of a file as they were read: personal data, gone some time after the file was sent.
CREATE TABLE IF NOT EXISTS import_rows
(
    site      LowCardinality(String),
    import_id String,
    row       UInt32 COMMENT 'from 1, the header not counted',
    cells     Array(String),
    sent_at   DateTime('UTC')
)
ENGINE = ReplacingMergeTree
ORDER BY (site, import_id, row)
TTL sent_at + INTERVAL 90 DAY
SETTINGS index_granularity = 1024, non_replicated_deduplication_window = 1000;

-- What becomes of each row: what the preview shows and what the import then does. It says whom a row is about by their ids,
-- and not what it says of them.
CREATE TABLE IF NOT EXISTS import_plans
(
    site      LowCardinality(String),
    import_id String,
    plan      UInt32 COMMENT 'each preview of an import is another one',
    row       UInt32,
    action    LowCardinality(String) COMMENT 'create, update, unchanged or skip',
    reason    LowCardinality(String) COMMENT 'why it is skipped',
    detail    String COMMENT 'the field or the row that is why',
    person_id String,
    ids       Array(String) COMMENT 'every person id that its identifiers make',
    changes   Array(LowCardinality(String)) COMMENT 'the fields that it changes',
    unread    Array(LowCardinality(String)) COMMENT 'the fields whose value is none of theirs'
)
ENGINE = ReplacingMergeTree
ORDER BY (site, import_id, plan, row)
SETTINGS index_granularity = 1024, non_replicated_deduplication_window = 1000;

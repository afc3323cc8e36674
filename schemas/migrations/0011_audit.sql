-- Who did what, for ever: rows are appended and never changed, and hold nothing that tells who a person is beyond ids.
-- Those of the instance (sign-ins, users, keys, sites) have no site; `sites` then tells which sites they concern.
CREATE TABLE IF NOT EXISTS audit
(
    site        LowCardinality(String) COMMENT 'empty for what is of the instance',
    at          DateTime64(3, 'UTC'),
    audit_id    String COMMENT 'begins with the time, so that what is read together lies together',
    action      LowCardinality(String),
    `by`        String COMMENT 'owner, user:<id>, key:<id>, leadline; empty for a stranger',
    sites       Array(String) COMMENT 'of what is of the instance: the sites that it concerns; none for all',
    target      LowCardinality(String) COMMENT 'a kind of record, a query or a route',
    subject     String COMMENT 'id of the record or person; of a refused sign-in a digest of the account',
    version     UInt64 COMMENT 'of the record that came about',
    fields      Array(LowCardinality(String)) COMMENT 'which a change touched',
    code        LowCardinality(String) COMMENT 'why it was refused',
    count       UInt32 COMMENT 'how many acts alike this row stands for',
    session_id  String,
    origin_hash String COMMENT 'keyed hash of day and address; the address itself is nowhere',
    country     LowCardinality(String),
    -- ClickHouse reads backwards from the newest by a number, not by a function of a time
    ts          Int64 MATERIALIZED toUnixTimestamp64Milli(at),
    INDEX subject subject TYPE bloom_filter(0.01) GRANULARITY 1
)
ENGINE = ReplacingMergeTree
ORDER BY (site, ts, audit_id)
SETTINGS index_granularity = 1024, non_replicated_deduplication_window = 1000;

-- What a record was and became, and what a query was asked for: people's data may be in it, so it stands apart, to be
-- erased with theirs.
CREATE TABLE IF NOT EXISTS audit_values
(
    site     LowCardinality(String),
    audit_id String,
    target   LowCardinality(String),
    subject  String,
    persons  Array(String) COMMENT 'whose data is in it',
    data     String COMMENT 'JSON {before, after, asked}, without secrets',
    INDEX subject subject TYPE bloom_filter(0.01) GRANULARITY 1,
    INDEX persons persons TYPE bloom_filter(0.01) GRANULARITY 1
)
ENGINE = ReplacingMergeTree
ORDER BY (site, audit_id)
SETTINGS index_granularity = 1024, non_replicated_deduplication_window = 1000;

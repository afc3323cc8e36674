-- Background work: a row for each thing to do, whole and anew with every step of it. Of those who write the next version
-- at once the first stands, by the deduplication token; who that was is read back (`collector/jobs/rows.ts`). All times
-- are milliseconds.
CREATE TABLE IF NOT EXISTS jobs
(
    site        LowCardinality(String) COMMENT 'empty for what is of the instance',
    job         LowCardinality(String),
    id          String COMMENT 'which, where a site has several',
    version     UInt64,
    write_ids   Array(String) COMMENT 'whose inserts this version and those before it were, newest first',
    status      LowCardinality(String) COMMENT 'waiting, running, failed or done',
    due_at      Int64 COMMENT 'when it is to go on; 0: when it is asked for',
    holder      String COMMENT 'the collector that has it in hand, or had',
    lease       String COMMENT 'empty where nobody has it in hand',
    lease_until Int64,
    asked_again Bool COMMENT 'while it was under way: it is done once more after',
    state       String COMMENT 'JSON; how far it has come, and afterwards what the next time begins from',
    done        UInt64,
    total       UInt64 COMMENT '0 where that is not known',
    started_at  Int64 COMMENT '0 where it is not under way',
    attempts    UInt32 COMMENT 'that have failed one after the other',
    error       String COMMENT 'of the last of them',
    ended_at    Array(Int64) COMMENT 'of late, newest first, failed attempts too',
    took_ms     Array(UInt64),
    errors      Array(String) COMMENT 'empty for what went well'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (site, job, id)
SETTINGS index_granularity = 1024, non_replicated_deduplication_window = 10000;

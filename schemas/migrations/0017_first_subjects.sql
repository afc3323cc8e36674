-- Since when something is said of a person under a subject: where strangers name somebody from any number of browsers, the
-- first of them count. It is filled from raw rows, as `npm run rebuild` does.
DROP VIEW IF EXISTS to_person_subjects;
CREATE TABLE IF NOT EXISTS first_subjects
(
    site       LowCardinality(String),
    person_id  String,
    subject_id String,
    heard_at   SimpleAggregateFunction(min, DateTime64(3, 'UTC'))
)
ENGINE = AggregatingMergeTree
ORDER BY (site, person_id, subject_id)
SETTINGS index_granularity = 1024, non_replicated_deduplication_window = 1000;
CREATE MATERIALIZED VIEW IF NOT EXISTS to_first_subjects TO first_subjects AS
SELECT site, person_id, subject_id, received_at AS heard_at
FROM personal_data
WHERE person_id != '';
INSERT INTO first_subjects
SELECT site, person_id, subject_id, min(received_at)
FROM personal_data
WHERE person_id != ''
GROUP BY site, person_id, subject_id;
DROP TABLE IF EXISTS person_subjects;

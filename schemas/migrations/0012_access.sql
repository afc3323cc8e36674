-- When keys and sessions were last used. Apart from their records, which people change: a use makes no version.
CREATE TABLE IF NOT EXISTS last_uses
(
    kind    LowCardinality(String),
    id      String,
    used_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(used_at)
ORDER BY (kind, id)
SETTINGS non_replicated_deduplication_window = 1000;

-- Records, as in `records`, from where they are moved. What the collector keeps to itself of them is now the hashes of
-- passwords, too, so the read-only user of the embedded engine is kept from this table by its name, and reads the view of
-- each kind instead.
CREATE TABLE IF NOT EXISTS record_versions
(
    site     LowCardinality(String) COMMENT 'empty for records above the sites: the sites themselves',
    kind     LowCardinality(String),
    id       String,
    version  UInt64,
    at       DateTime64(3, 'UTC'),
    `by`     String COMMENT 'owner, user:<id>, key:<id>, leadline; empty where nobody noted it',
    deleted  Bool,
    data     String COMMENT 'JSON, as the kind''s schema has it',
    hidden   String COMMENT 'JSON that the collector keeps to itself, such as the digest of a secret',
    search   String COMMENT 'id and searchable fields, folded',
    refs     Array(String) COMMENT 'what it refers to: product p-1',
    sites    Array(String) COMMENT 'of a record above the sites: those it concerns; none for all',
    write_id String COMMENT 'whose insert this is',
    INDEX refs refs TYPE bloom_filter(0.01) GRANULARITY 1
)
ENGINE = MergeTree
ORDER BY (site, kind, id, version)
SETTINGS index_granularity = 1024, non_replicated_deduplication_window = 100000;

-- `records` is left as it is; nothing reads it any more.
INSERT INTO record_versions
SELECT * FROM records
WHERE (site, kind, id, version) NOT IN (SELECT site, kind, id, version FROM record_versions);

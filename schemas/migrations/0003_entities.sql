-- Records that people edit, every version of them: the highest version is the one in force.
CREATE TABLE IF NOT EXISTS entities
(
    site       LowCardinality(String) COMMENT 'empty for records above the sites: the sites themselves',
    kind       LowCardinality(String),
    id         String,
    version    UInt64,
    updated_at DateTime64(3, 'UTC'),
    deleted    Bool,
    data       String COMMENT 'JSON, as the kind''s schema has it'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (site, kind, id)
SETTINGS index_granularity = 1024;

-- Records that people edit: versions 1, 2, 3 … of each, appended and never changed. The newest is in force. Of the
-- writers of one version the first wins: the others' inserts have the same deduplication token (site, kind, id, version),
-- and its window is wide enough for any write that is still under way. A token costs some hundred bytes of memory.
-- Should two rows of a version exist all the same, everybody reads the one that comes first by `at` and `write_id`.
CREATE TABLE IF NOT EXISTS records
(
    site     LowCardinality(String) COMMENT 'empty for records above the sites: the sites themselves',
    kind     LowCardinality(String),
    id       String,
    version  UInt64,
    at       DateTime64(3, 'UTC'),
    `by`     String COMMENT 'owner, key:<id>, leadline; empty where nobody noted it',
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

-- What stood in `entities` is version 1 of each: a table that kept the newest version alone. It is left as it is; nothing
-- reads it any more.
INSERT INTO records
SELECT
    site,
    kind,
    id,
    1 AS version,
    updated_at AS at,
    '' AS `by`,
    deleted,
    concat('{', arrayStringConcat(arrayMap(field -> concat(toJSONString(field.1), ':', field.2),
        arrayFilter(field -> kind != 'keys' OR field.1 != 'digest', JSONExtractKeysAndValuesRaw(entities.data))), ','), '}') AS data,
    if(kind = 'keys' AND JSONHas(entities.data, 'digest'), concat('{"digest":', JSONExtractRaw(entities.data, 'digest'), '}'), '{}') AS hidden,
    if(deleted, '', replaceAll(lowerUTF8(replaceRegexpAll(normalizeUTF8NFKD(
        concat(id, '\n', JSONExtractString(entities.data, 'name'))), '\\p{M}', '')), 'ı', 'i')) AS search,
    [] AS refs,
    if(kind = 'sites', [id], JSONExtract(entities.data, 'sites', 'Array(String)')) AS sites,
    'migrated' AS write_id
FROM entities FINAL
WHERE (site, kind, id) NOT IN (SELECT site, kind, id FROM records);

-- A page of a list reads 50 rows from anywhere in the table: with smaller granules and blocks they are read in half the time,
-- and a scan takes a tenth more. What the table is made of cannot be altered in place.
CREATE TABLE IF NOT EXISTS people_by_key AS people
ENGINE = ReplacingMergeTree(version, is_deleted)
ORDER BY (site, person_id)
SETTINGS index_granularity = 256, min_compress_block_size = 8192, max_compress_block_size = 65536;
INSERT INTO people_by_key SELECT * FROM people;
EXCHANGE TABLES people AND people_by_key;
-- What came meanwhile from a collector of the version before; the version of each row tells which one counts.
INSERT INTO people SELECT * FROM people_by_key;
DROP TABLE people_by_key;

-- Rows that take persons out of `people` whom nothing raw tells of any more: no row was made for them since then.
SELECT site, person_id, {version:UInt64} AS version, 1 AS is_deleted
FROM people FINAL
WHERE site = {site:String} AND people.version < {since:UInt64}
LIMIT {most:UInt32}

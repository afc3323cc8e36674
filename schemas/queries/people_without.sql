-- Rows that take these persons out of `people`, as far as they are there.
SELECT site, person_id, {version:UInt64} AS version, 1 AS is_deleted
FROM people FINAL
WHERE site = {site:String} AND person_id IN {persons:Array(String)}

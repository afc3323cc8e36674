-- Rows that take ids out of `people` which stand for somebody else now.
SELECT site, person_id, {version:UInt64} AS version, 1 AS is_deleted
FROM person_ids FINAL
WHERE site = {site:String} AND person_id IN {persons:Array(String)} AND canonical_id != person_id

-- Rows that take out pairs that are suspected no more.
SELECT site, person_id, other_id, reason, {version:UInt64} AS version, 1 AS is_deleted
FROM suspected_pairs FINAL
WHERE site = {site:String} AND suspected_pairs.version < {since:UInt64}

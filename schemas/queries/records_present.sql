-- Which of these records are there.
SELECT id, sites
FROM
(
    SELECT id, deleted, sites
    FROM record_versions
    WHERE site = {site:String} AND kind = {kind:String} AND id IN {ids:Array(String)}
    ORDER BY id, version DESC, at, write_id
    LIMIT 1 BY id
)
WHERE NOT deleted

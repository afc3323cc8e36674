-- Which of these records are there.
SELECT id
FROM
(
    SELECT id, deleted
    FROM records
    WHERE site = {site:String} AND kind = {kind:String} AND id IN {ids:Array(String)}
    ORDER BY id, version DESC, at, write_id
    LIMIT 1 BY id
)
WHERE NOT deleted

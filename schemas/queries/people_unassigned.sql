-- Whoever was captured since then and may never have been given or denied an owner, in the order in which their rows were made
-- (without FINAL: of an older row of somebody's the list itself tells that it counts no more).
SELECT person_id, version, captured_at
FROM people
WHERE site = {site:String} AND (version, person_id) > ({version:UInt64}, {person:String})
    AND captured_at >= {since:Int64} AND empty(owners) AND is_deleted = 0
ORDER BY version, person_id
LIMIT {most:UInt32}

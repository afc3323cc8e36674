-- The records of a kind in force, with their data as JSON.
-- @json data
SELECT id, version, toUnixTimestamp64Milli(updated_at) AS updated_at, data
FROM entities FINAL
WHERE site = {site:String} AND kind = {kind:String} AND NOT deleted AND id > {cursor_id:String}
    AND ({id:String} = '' OR id = {id:String})
ORDER BY id
LIMIT {limit:UInt32}

-- The versions of a record below a given one, newest first, deletions too.
-- @json data, hidden
SELECT version, toUnixTimestamp64Milli(records.at) AS at, `by`, deleted, data, hidden, sites, write_id
FROM records
WHERE site = {site:String} AND kind = {kind:String} AND id = {id:String} AND version < {below:UInt64}
ORDER BY version DESC, records.at, write_id
LIMIT 1 BY version
LIMIT {limit:UInt32}

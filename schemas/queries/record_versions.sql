-- The versions of a record below a given one, newest first, deletions too.
-- @json data, hidden
SELECT version, toUnixTimestamp64Milli(record_versions.at) AS at, `by`, deleted, data, hidden, sites, write_id
FROM record_versions
WHERE site = {site:String} AND kind = {kind:String} AND id = {id:String} AND version < {below:UInt64}
ORDER BY version DESC, record_versions.at, write_id
LIMIT 1 BY version
LIMIT {limit:UInt32}

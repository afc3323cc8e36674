-- The version of what is worked out from now on.
SELECT toUnixTimestamp64Micro(now64(6)) AS version

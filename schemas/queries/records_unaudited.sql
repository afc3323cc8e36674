-- Versions of records that the audit has nothing of: their collector was ended in between.
SELECT site, kind, id, version
FROM record_versions
WHERE record_versions.at >= fromUnixTimestamp64Milli({since:Int64}) AND record_versions.at < fromUnixTimestamp64Milli({until:Int64})
    AND (site, kind, id, version) NOT IN
    (
        SELECT site, target, subject, version
        FROM audit
        WHERE ts >= {since:Int64} AND version > 0
    )
ORDER BY record_versions.at
LIMIT 10000

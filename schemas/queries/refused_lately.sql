-- What was refused of a site since a moment, by reason and origin, the newest first.
SELECT reason, origin, toUnixTimestamp64Milli(max(ts)) AS at, sum(refused.count) AS count
FROM
(
    SELECT ts, reason, origin, count
    FROM rejected_events FINAL
    WHERE site = {site:String}
) AS refused
WHERE ts >= fromUnixTimestamp64Milli({since:Int64})
GROUP BY reason, origin
ORDER BY at DESC, reason, origin
LIMIT 50

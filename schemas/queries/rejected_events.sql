-- What was refused and why.
SELECT
    rejected_id,
    toUnixTimestamp64Milli(ts) AS ts,
    event_id,
    type,
    reason,
    message,
    origin,
    count
FROM rejected_events FINAL
WHERE site = {site:String}

-- What was refused and why, newest first.
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
    AND ({cursor_id:String} = ''
        OR (rejected_events.ts, rejected_id)
            < (fromUnixTimestamp64Milli({cursor_ts:Int64}, 'UTC'), {cursor_id:String}))
ORDER BY rejected_events.ts DESC, rejected_id DESC
LIMIT {limit:UInt32}

-- Why events were refused: a row for each reason, with how many they were, when, of which types and from where. Of identifiers
-- that a crowd shares a row for each, of the latest ones.
WITH
    -- The five that come most often; of those alike the first by name.
    (counts -> arraySlice(arrayMap(
        one -> one.1,
        arraySort(one -> (-toInt64(one.2), one.1), arrayZip(counts.1, counts.2))), 1, 5)) AS most
SELECT
    reason,
    concat(reason, ' ', what) AS reason_id,
    sum(refused.count) AS count,
    toUnixTimestamp64Milli(min(ts)) AS first_ts,
    toUnixTimestamp64Milli(max(ts)) AS last_ts,
    most(sumMapIf([type], [toUInt64(refused.count)], type != '')) AS types,
    most(sumMapIf([origin], [toUInt64(refused.count)], origin != '')) AS origins,
    argMax(refused.message, (ts, rejected_id)) AS message
FROM
(
    SELECT rejected_id, ts, type, reason, if(reason = 'identifier_shared', rejected_id, '') AS what, message, origin, count
    FROM rejected_events FINAL
    WHERE site = {site:String}
) AS refused
GROUP BY reason, what
ORDER BY last_ts DESC, what
LIMIT 20 BY reason

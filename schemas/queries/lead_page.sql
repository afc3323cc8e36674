-- One page of the people who left a name, newest first: only who they are and when they were captured.
-- `persons` tells the rest of them. A search looks past case and accents, and takes the Turkish i's for one.
WITH
    (text -> replaceAll(lowerUTF8(replaceRegexpAll(normalizeUTF8NFKD(text), '\\p{Mn}', '')), 'ı', 'i')) AS fold
SELECT
    transform(person_id, {alias_ids:Array(String)}, {canonical_ids:Array(String)}, person_id) AS person,
    toUnixTimestamp64Milli(min(ts)) AS captured_at
FROM personal_data FINAL
WHERE site = {site:String} AND person_id != ''
GROUP BY person
HAVING ({search:String} = '' OR arrayExists(
        text -> position(fold(text), fold({search:String})) > 0,
        arrayFlatten(groupUniqArray([email, name, phone, company, customer]))))
    AND ({cursor_id:String} = '' OR (captured_at, person) < ({cursor_ts:Int64}, {cursor_id:String}))
ORDER BY captured_at DESC, person DESC
LIMIT {limit:UInt32}

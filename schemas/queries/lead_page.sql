-- The people who left a name: only who they are and when they were captured; `persons` tells the rest of them.
-- All words of a
-- search are looked for in whatever they ever went by, past case and accents, the Turkish i's as one.
WITH
    (text -> replaceAll(lowerUTF8(replaceRegexpAll(normalizeUTF8NFKD(text), '\\p{Mn}', '')), 'ı', 'i')) AS fold
SELECT
    transform(person_id, {alias_ids:Array(String)}, {canonical_ids:Array(String)}, person_id) AS person,
    toUnixTimestamp64Milli(min(ts)) AS captured_at
FROM personal_data FINAL
WHERE site = {site:String} AND person_id != ''
GROUP BY person
HAVING {search:String} = '' OR arrayAll(
        word -> arrayExists(
            text -> position(fold(text), fold(word)) > 0,
            arrayFlatten(groupUniqArray([email, name, phone, company, customer]))),
        splitByWhitespace({search:String}))

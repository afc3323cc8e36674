-- People who may be one, found by what they have in common: a phone number, nearly the same name at one company's domain
-- (some domains are no company's; two who name companies name the same one, and one that is derived of the domain nobody has
-- named), an e-mail and a customer id that the public key alone has said together. What many have in common tells of none of
-- them; and whoever was separated by hand is no suspect.
WITH
    alive AS
    (
        SELECT person_id, name, if(company = email_domain, '', company) AS said_company, email_kind, email_domain, phones
        FROM people FINAL
        WHERE site = {site:String}
    ),
    -- words of a name in the order of the alphabet; words of a company as it is written
    named AS
    (
        SELECT
            person_id,
            email_domain,
            arrayMap(text -> arrayFilter(word -> word != '', splitByRegexp('[^\\p{L}\\p{N}]+',
                replaceAll(lowerUTF8(replaceRegexpAll(normalizeUTF8NFKD(leftUTF8(text, 200)), '\\p{Mn}', '')), 'ı', 'i'))), [name, said_company]) AS both,
            arrayStringConcat(arraySort(both[1]), ' ') AS words,
            arrayStringConcat(both[2], ' ') AS company_words
        FROM alive
        WHERE email_kind IN ('business', 'role') AND name != ''
            AND NOT match(email_domain, {no_company:String})
    ),
    blocks AS
    (
        SELECT 'phone' AS reason, phone AS block, groupArray((person_id, phone, '')) AS members
        FROM (SELECT person_id, arrayJoin(phones) AS phone FROM alive)
        GROUP BY phone
        HAVING count() BETWEEN 2 AND {most:UInt32}
        UNION ALL
        SELECT 'name' AS reason, concat(email_domain, ' ', leftUTF8(words, 3)) AS block, groupArray((person_id, words, company_words)) AS members
        FROM named
        GROUP BY block
        HAVING count() BETWEEN 2 AND {most:UInt32}
    ),
    pairs AS
    (
        SELECT reason, one, other
        FROM (SELECT reason, members, arrayJoin(members) AS one FROM blocks)
        ARRAY JOIN members AS other
        WHERE one.1 < other.1
            AND (reason = 'phone' OR editDistanceUTF8(one.2, other.2) <= if(lengthUTF8(one.2) < 8, 1, 2))
            -- "Acme" and "Acme Ltd." are the same
            AND (one.3 = '' OR other.3 = '' OR startsWith(one.3, other.3) OR startsWith(other.3, one.3))
    ),
    ids AS
    (
        SELECT person_id, canonical_id
        FROM person_ids FINAL
        WHERE site = {site:String}
    ),
    claimed AS
    (
        SELECT
            if(a.canonical_id = '', claims.person_id, a.canonical_id) AS one,
            if(b.canonical_id = '', claims.other_id, b.canonical_id) AS other
        FROM
        (
            SELECT person_id, other_id
            FROM identity_pairs FINAL
            WHERE site = {site:String} AND kind = 'claim'
            LIMIT {most:UInt32} BY person_id
        ) AS claims
        LEFT JOIN ids AS a ON a.person_id = claims.person_id
        LEFT JOIN ids AS b ON b.person_id = claims.other_id
    ),
    suspected AS
    (
        SELECT reason, one.1 AS person_id, other.1 AS other_id, one.2 AS evidence
        FROM pairs
        UNION ALL
        SELECT 'claim' AS reason, least(one, other) AS person_id, greatest(one, other) AS other_id, '' AS evidence
        FROM claimed
        WHERE one != other
    )
SELECT {site:String} AS site, person_id, other_id, reason, any(evidence) AS evidence, {version:UInt64} AS version, 0 AS is_deleted
FROM suspected
WHERE person_id IN (SELECT person_id FROM alive) AND other_id IN (SELECT person_id FROM alive)
    AND (person_id, other_id) NOT IN
    (
        -- as those who were separated go by now: they may have been joined with others since
        SELECT
            if(a.canonical_id = '', apart.person_id, a.canonical_id),
            if(b.canonical_id = '', apart.other_id, b.canonical_id)
        FROM
        (
            SELECT person_id, other_id
            FROM identity_pairs FINAL
            WHERE site = {site:String} AND kind = 'hand' AND NOT is_joined AND NOT is_undecided
        ) AS apart
        LEFT JOIN ids AS a ON a.person_id = apart.person_id
        LEFT JOIN ids AS b ON b.person_id = apart.other_id
    )
GROUP BY person_id, other_id, reason
ORDER BY person_id, other_id, reason
LIMIT 100000

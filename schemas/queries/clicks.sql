-- Clicks of tracked links, each with what speaks for a person behind it. It is of whom the link was made for, else of
-- the first browser whose page told of it within ten minutes, and so of whoever that browser was then; with `owners` only where one of these has charge of them, else of nobody.
WITH
    clicked AS
    (
        SELECT *
        FROM clicks FINAL
        WHERE site = {site:String}
            AND ({link:String} = '' OR link = {link:String})
            AND ({campaign:String} = '' OR campaign = {campaign:String})
            AND toUnixTimestamp64Milli(ts) BETWEEN {from_ms:Int64} AND {to_ms:Int64}
    ),
    landed AS
    (
        SELECT
            told.click_id AS click_id,
            argMinIf(told.visitor_id, (told.received_at, told.event_id), told.received_at <= clicked.received_at + INTERVAL 10 MINUTE) AS visitor_id,
            groupUniqArray(told.kind) AS kinds,
            max(told.is_trusted) AS is_touched
        FROM (SELECT * FROM clicks_evidence FINAL WHERE site = {site:String} AND click_id IN (SELECT click_id FROM clicked)) AS told
        INNER JOIN clicked ON clicked.click_id = told.click_id
        GROUP BY told.click_id
    ),
    spans AS
    (
        SELECT
            visitor_id,
            tie.3 AS person_id,
            if(position = 1, toDateTime64(0, 6, 'UTC'), tie.1) AS since
        FROM
        (
            SELECT visitor_id, arraySort(groupArray((ts, event_id, person_id))) AS ties
            FROM visitor_persons FINAL
            WHERE site = {site:String} AND visitor_id IN (SELECT visitor_id FROM landed)
            GROUP BY visitor_id
        )
        ARRAY JOIN ties AS tie, arrayEnumerate(ties) AS position
    )
SELECT
    found.click_id AS click_id,
    found.at AS ts,
    found.link AS link,
    listed.title AS title,
    found.url AS destination,
    found.campaign AS campaign,
    campaigns.name AS campaign_name,
    'pending' AS verdict,
    emptyArrayString() AS reasons,
    found.kinds AS evidence,
    found.is_touched AS is_touched,
    found.visitor_id AS visitor_id,
    if(found.recipient = '', span.person_id, found.recipient) AS whose,
    if(empty({owners:Array(String)}) OR whose IN
    (
        SELECT arrayJoin(arrayPushBack(groupArray(members.person_id), people.person_id))
        FROM people FINAL
        LEFT JOIN (SELECT canonical_id, person_id FROM person_members FINAL WHERE site = {site:String} AND notEmpty({owners:Array(String)})) AS members
            ON members.canonical_id = people.person_id
        WHERE site = {site:String} AND notEmpty({owners:Array(String)}) AND notEmpty(owners) AND hasAll({owners:Array(String)}, owners)
        GROUP BY people.person_id
    ), whose, '') AS person_id,
    false AS is_known,
    '' AS name,
    if(person_id = '', '', sent.email) AS email,
    '' AS company,
    found.is_team AS is_team,
    found.purpose AS purpose,
    found.agent AS agent,
    found.browser AS browser,
    found.os AS os,
    found.device AS device,
    found.language AS language,
    found.country AS country,
    found.region AS region,
    found.asn AS asn,
    found.network AS network,
    found.bot_signals AS bot_signals
FROM
(
    SELECT
        clicked.*, toUnixTimestamp64Milli(clicked.ts) AS at, toDateTime64(clicked.ts, 6, 'UTC') AS moment,
        landed.kinds AS kinds, landed.is_touched AS is_touched, landed.visitor_id AS visitor_id
    FROM clicked
    LEFT JOIN landed ON landed.click_id = clicked.click_id
) AS found
ASOF LEFT JOIN spans AS span ON span.visitor_id = found.visitor_id AND span.since <= found.moment
LEFT JOIN (SELECT id, title FROM links WHERE site = {site:String}) AS listed ON listed.id = found.link
LEFT JOIN (SELECT id, name FROM campaigns WHERE site = {site:String}) AS campaigns ON campaigns.id = found.campaign
LEFT JOIN
(
    SELECT recipient, any(email) AS email
    FROM link_recipients FINAL
    WHERE site = {site:String} AND recipient IN (SELECT recipient FROM clicked WHERE recipient != '')
    GROUP BY recipient
) AS sent ON sent.recipient = found.recipient

-- Whom the links of a campaign, or of one link's, were made for or sent to, with what they clicked of it (`clicked` says whether they
-- did): counts as in `links.sql`. Who of them is somebody of the lists is told beside. With `owners` only the people of whom one
-- of these has charge.
SELECT
    told.recipient AS person_id,
    false AS is_known,
    told.email AS email,
    '' AS name,
    '' AS company,
    told.customer AS customer,
    told.is_claim AS is_claim,
    if(clicks > 0, 'yes', 'no') AS clicked,
    clicks_human + clicks_pending AS clicks,
    clicks_touched,
    clicks_human,
    clicks_pending,
    clicks_suspect,
    clicks_bot,
    first_click,
    last_click
FROM
(
    SELECT recipient, email, customer, is_claim
    FROM link_recipients FINAL
    WHERE site = {site:String}
        AND mailing IN
        (
            SELECT {campaign:String}
            UNION ALL
            SELECT if(campaign = '', id, campaign) FROM links WHERE site = {site:String} AND id = {link:String} AND {campaign:String} = ''
        )
        AND (empty({owners:Array(String)}) OR recipient IN
        (
            SELECT arrayJoin(arrayPushBack(groupArray(members.person_id), people.person_id))
            FROM people FINAL
            LEFT JOIN (SELECT canonical_id, person_id FROM person_members FINAL WHERE site = {site:String} AND notEmpty({owners:Array(String)})) AS members
                ON members.canonical_id = people.person_id
            WHERE site = {site:String} AND notEmpty({owners:Array(String)}) AND notEmpty(owners) AND hasAll({owners:Array(String)}, owners)
            GROUP BY people.person_id
        ))
) AS told
LEFT JOIN
(
    SELECT
        recipient,
        toUInt64(0) AS clicks_human,
        count() AS clicks_pending,
        toUInt64(0) AS clicks_suspect,
        toUInt64(0) AS clicks_bot,
        countIf(click_id IN (SELECT click_id FROM clicks_evidence FINAL WHERE site = {site:String} AND is_trusted)) AS clicks_touched,
        toUnixTimestamp64Milli(min(ts)) AS first_click,
        toUnixTimestamp64Milli(max(ts)) AS last_click
    FROM (SELECT * FROM clicks FINAL WHERE site = {site:String} AND recipient != '' AND NOT is_team AND ({link:String} = '' OR link = {link:String}) AND ({campaign:String} = '' OR campaign = {campaign:String})) AS those
    GROUP BY recipient
) AS clicked ON clicked.recipient = told.recipient

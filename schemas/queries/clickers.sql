-- Whom the links of a campaign, or of one link's, were made for or sent to, with what they clicked of it (`clicked` says whether
-- they did): counts as in `links.sql`. Whoever was written to under several of their ids is there once, under the canonical
-- one. Who of them is somebody of the lists is told beside. With `owners` only the people of whom one of these has charge.
WITH
    ids AS (SELECT person_id, canonical_id FROM person_ids FINAL WHERE site = {site:String})
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
    SELECT
        if(ids.canonical_id = '', sent.recipient, ids.canonical_id) AS recipient,
        max(sent.email) AS email,
        max(sent.customer) AS customer,
        min(sent.is_claim) AS is_claim
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
                -- @part own_persons
            ))
    ) AS sent
    LEFT JOIN ids ON ids.person_id = sent.recipient
    GROUP BY recipient
) AS told
LEFT JOIN
(
    SELECT
        if(ids.canonical_id = '', those.recipient, ids.canonical_id) AS recipient,
        toUInt64(0) AS clicks_human,
        count() AS clicks_pending,
        toUInt64(0) AS clicks_suspect,
        toUInt64(0) AS clicks_bot,
        countIf(those.click_id IN (SELECT click_id FROM clicks_evidence FINAL WHERE site = {site:String} AND is_trusted)) AS clicks_touched,
        toUnixTimestamp64Milli(min(those.ts)) AS first_click,
        toUnixTimestamp64Milli(max(those.ts)) AS last_click
    FROM (SELECT * FROM clicks FINAL WHERE site = {site:String} AND recipient != '' AND NOT is_team AND ({link:String} = '' OR link = {link:String}) AND ({campaign:String} = '' OR campaign = {campaign:String})) AS those
    LEFT JOIN ids ON ids.person_id = those.recipient
    GROUP BY recipient
) AS clicked ON clicked.recipient = told.recipient

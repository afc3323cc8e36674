-- Tracked links with the clicks of some days, without own traffic. `clicks` are those that nothing has shown to be a program's: of people, and the ones
-- that are not judged yet. Of these `clicks_landed` brought a page that told so, and `clicks_touched` a page that somebody's
-- hand was on.
SELECT
    listed.id AS link,
    listed.title AS title,
    listed.destination AS destination,
    listed.kind AS kind,
    listed.campaign AS campaign,
    campaigns.name AS campaign_name,
    ifNull(toInt64(listed.expires), 0) AS expires,
    clicks_human + clicks_pending AS clicks,
    clicks_landed,
    clicks_touched,
    clicks_human,
    clicks_pending,
    clicks_suspect,
    clicks_bot,
    first_click,
    last_click
FROM (SELECT id, title, destination, kind, campaign, expires FROM links WHERE site = {site:String}) AS listed
LEFT JOIN (SELECT id, name FROM campaigns WHERE site = {site:String}) AS campaigns ON campaigns.id = listed.campaign
LEFT JOIN
(
    SELECT
        link,
        toUInt64(0) AS clicks_human,
        count() AS clicks_pending,
        toUInt64(0) AS clicks_suspect,
        toUInt64(0) AS clicks_bot,
        countIf(has_landed) AS clicks_landed,
        countIf(is_touched) AS clicks_touched,
        toUnixTimestamp64Milli(min(ts)) AS first_click,
        toUnixTimestamp64Milli(max(ts)) AS last_click
    FROM (SELECT link, click_id, ts FROM clicks FINAL WHERE site = {site:String} AND NOT is_team AND toUnixTimestamp64Milli(ts) BETWEEN {from_ms:Int64} AND {to_ms:Int64}) AS clicks
    LEFT JOIN
    (
        SELECT click_id, true AS has_landed, max(is_trusted) AS is_touched
        FROM clicks_evidence FINAL
        WHERE site = {site:String}
        GROUP BY click_id
    ) AS evidence ON evidence.click_id = clicks.click_id
    GROUP BY link
) AS clicked ON clicked.link = listed.id

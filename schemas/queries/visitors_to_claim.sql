-- Browsers that nobody knows yet, and whose hand was seen on the page that a recipient's link led to. A click is of the first browser
-- whose page told of it, within ten minutes; of the others, to which somebody has copied the page's address, nothing is said.
-- Whom a link was made for by an id of a mail tool's own is nobody here.
SELECT
    told.click_id AS click_id,
    told.first_visitor AS visitor_id,
    told.touched_at AS ts,
    sent.email AS email,
    sent.customer AS customer
FROM
(
    SELECT
        click_id,
        argMin(visitor_id, (received_at, event_id)) AS first_visitor,
        min(received_at) AS first_at,
        minIf(toUnixTimestamp64Milli(ts), is_trusted) AS touched_at,
        has(groupArrayIf(visitor_id, is_trusted), first_visitor) AS is_touched
    FROM clicks_evidence FINAL
    WHERE site = {site:String} AND click_id IN
    (
        SELECT click_id
        FROM clicks_evidence
        WHERE site = {site:String} AND is_trusted AND toUnixTimestamp64Milli(received_at) >= {since:Int64}
    )
    GROUP BY click_id
    HAVING is_touched AND first_visitor != ''
) AS told
INNER JOIN
(
    SELECT click_id, recipient, if(campaign = '', link, campaign) AS mailing, received_at
    FROM clicks FINAL
    WHERE site = {site:String} AND recipient != '' AND NOT is_team AND toUnixTimestamp64Milli(received_at) >= {since:Int64} - 86400000
) AS clicked ON clicked.click_id = told.click_id
INNER JOIN
(
    SELECT mailing, recipient, email, customer
    FROM link_recipients FINAL
    WHERE site = {site:String} AND (email != '' OR (customer != '' AND NOT is_claim))
) AS sent ON sent.mailing = clicked.mailing AND sent.recipient = clicked.recipient
WHERE told.first_at <= clicked.received_at + INTERVAL 10 MINUTE
    AND told.first_visitor NOT IN (SELECT visitor_id FROM visitor_persons WHERE site = {site:String})
ORDER BY click_id
LIMIT {most:UInt32}

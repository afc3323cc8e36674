-- Everything that a person did, newest first: on each browser from when on it was theirs, and what names them.
-- A `page_leave` is told by the view that it ends: for how long and how far the page was read. An order is told once,
-- by the shop's server before the browser, of however many ids and browsers of the person it was sent; a refund, too.
-- With `owners` nothing where none of these has charge of the person.
-- @json props
WITH
    -- They have charge of a person where they have it under each id that anybody was given charge of: ids are also joined by
    -- what strangers claim.
    (assigned -> notEmpty(assigned) AND arrayAll(
        one -> has({owners:Array(String)}, if(position(one.4, '@') > 0, lowerUTF8(one.4), one.4))
            OR arrayExists(later -> later.1 = one.1 AND (later.2, later.3) > (one.2, one.3), assigned),
        assigned)) AS is_theirs,
spans AS
(
    SELECT visitor_id, since, person_id
    FROM visitor_spans
    WHERE site = {site:String} AND visitor_id IN
    (
        SELECT visitor_id
        FROM visitor_persons
        WHERE site = {site:String} AND person_id IN {member_ids:Array(String)}
    )
),
acts AS
(
    SELECT events.*
    FROM
    (
        SELECT *
        FROM events FINAL
        WHERE site = {site:String}
            AND (subject_id IN (SELECT visitor_id FROM spans) OR subject_id IN {member_ids:Array(String)})
    ) AS events
    ASOF LEFT JOIN spans AS span ON span.visitor_id = events.subject_id AND span.since <= events.ts
    WHERE if(events.person_id = '', span.person_id, events.person_id) IN {member_ids:Array(String)}
        AND (events.type != 'page_leave' OR events.page_view_id = '')
    ORDER BY events.type IN {server_types:Array(String)} DESC, events.received_at, events.event_id
    LIMIT 1 BY
        if(events.type IN {sale_types:Array(String)} AND events.order_id != '',
            (events.order_id, events.refund_id, ''),
            (events.subject_id, events.event_id, 'event'))
),
page AS
(
    SELECT *
    FROM
    (
        SELECT *
        FROM acts
        WHERE empty({owners:Array(String)}) OR
        (
            SELECT is_theirs(groupArrayIf((acts.subject_id, acts.ts, acts.event_id, acts.owner), acts.type = 'owner_assigned'))
            FROM acts
        )
    )
    -- @list
)
SELECT
    page.event_id AS event_id,
    toUnixTimestamp64Milli(page.ts) AS ts,
    page.type AS type,
    page.visitor_id AS visitor_id,
    page.url AS url,
    page.title AS title,
    page.referrer AS referrer,
    page.source AS source,
    page.medium AS medium,
    page.campaign AS campaign,
    page.channel AS channel,
    page.form_id AS form_id,
    page.form_name AS form_name,
    personal.fields AS fields,
    personal.message AS message,
    personal.consents AS consents,
    page.link_url AS link_url,
    page.link_kind AS link_kind,
    page.order_id AS order_id,
    page.value_minor AS value_minor,
    page.currency AS currency,
    page.coupon AS coupon,
    page.browser AS browser,
    page.os AS os,
    page.device AS device,
    page.country AS country,
    page.region AS region,
    page.bot_signals AS bot_signals,
    page.engaged_ms + leaves.engaged_ms AS engaged_ms,
    greatest(page.scroll_percent, leaves.scroll_percent) AS scroll_percent,
    page.props AS props,
    toUnixTimestamp64Micro(page.ts) AS cursor_ts
FROM page
LEFT JOIN
(
    SELECT subject_id, event_id, fields, message, consents
    FROM personal_data FINAL
    WHERE site = {site:String} AND (subject_id IN (SELECT visitor_id FROM spans) OR subject_id IN {member_ids:Array(String)})
) AS personal ON personal.subject_id = page.subject_id AND personal.event_id = page.event_key
LEFT JOIN
(
    SELECT subject_id, page_view_id, sum(engaged_ms) AS engaged_ms, max(scroll_percent) AS scroll_percent
    FROM events FINAL
    WHERE site = {site:String} AND type = 'page_leave'
        AND (subject_id IN (SELECT visitor_id FROM spans) OR subject_id IN {member_ids:Array(String)})
    GROUP BY subject_id, page_view_id
) AS leaves ON leaves.subject_id = page.subject_id AND leaves.page_view_id = page.event_id
-- @order
ORDER BY cursor_ts DESC, event_id DESC

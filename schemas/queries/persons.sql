-- Who the given people are and what they did, newest capture first; with `everybody` all people of the site. A person may
-- go by several ids: `member_ids` lists them all, `member_persons` beside it the person that each belongs to; of
-- everybody those alone that belong to another. Orders and their money are told as `sales`
-- counts them: each once on the whole site, with one person. With `owners` only the people of whom one of these has charge. The first touch is the earliest arrival of the 90 days
-- before the latest event, the last touch the latest one that somebody else brought about.
WITH
    -- They have charge of a person where they have it under each id that anybody was given charge of: ids are also joined by
    -- what strangers claim.
    (assigned -> notEmpty(assigned) AND arrayAll(
        one -> has({owners:Array(String)}, if(position(one.4, '@') > 0, lowerUTF8(one.4), one.4))
            OR arrayExists(later -> later.1 = one.1 AND (later.2, later.3) > (one.2, one.3), assigned),
        assigned)) AS is_theirs,
    -- thousands of ids take a second to read each time that they stand in the text; only `IN` needs them there, for the
    -- indexes
    (SELECT {member_ids:Array(String)}) AS members,
    (SELECT {member_persons:Array(String)}) AS persons_of_members,
    spans AS
    (
        SELECT visitor_id, since, transform(person_id, members, persons_of_members, if({everybody:Bool}, person_id, '')) AS person
        FROM visitor_spans
        WHERE site = {site:String} AND visitor_id IN
        (
            SELECT visitor_id
            FROM visitor_persons
            WHERE site = {site:String} AND ({everybody:Bool} OR person_id IN {member_ids:Array(String)})
        )
    ),
    identities AS
    (
        SELECT
            transform(person_id, members, persons_of_members, if({everybody:Bool}, person_id, '')) AS person,
            min(ts) AS captured_at,
            argMaxIf(data.email, (ts, event_id), data.email != '') AS email,
            argMaxIf(data.name, (ts, event_id), data.name != '') AS name,
            argMaxIf(data.phone, (ts, event_id), data.phone != '') AS phone,
            argMaxIf(data.company, (ts, event_id), data.company != '') AS company,
            arraySort(groupUniqArrayIf(data.email, data.email != '')) AS emails,
            arraySort(groupUniqArrayIf(data.phone, data.phone != '')) AS phones,
            arraySort(groupUniqArrayIf(data.customer, data.customer != '')) AS customers
        FROM personal_data AS data FINAL
        WHERE site = {site:String} AND ({everybody:Bool} OR person_id IN {member_ids:Array(String)})
        GROUP BY person
    ),
    acts AS
    (
        SELECT
            events.ts AS ts,
            events.event_id AS event_id,
            events.type AS type,
            events.visitor_id AS visitor_id,
            events.source AS source,
            events.medium AS medium,
            events.campaign AS campaign,
            events.channel AS channel,
            events.order_id AS order_id,
            events.refund_id AS refund_id,
            events.subject_id AS subject_id,
            events.contact_channel AS contact_channel,
            events.contact_direction AS contact_direction,
            events.stage AS stage_told,
            events.owner AS owner_told,
            events.language AS language,
            events.browser AS browser,
            events.os AS os,
            events.device AS device,
            events.country AS country,
            events.region AS region,
            events.bot_signals AS bot_signals,
            -- a rep's note, or a call to them, shows no interest of theirs
            events.type NOT IN {uninterested_types:Array(String)}
                AND events.contact_channel != 'note' AND events.contact_direction != 'outbound' AS is_interest,
            if(events.person_id = '', span.person, events.named) AS person
        FROM
        (
            SELECT
                subject_id, person_id, ts, event_id, type, visitor_id, source, medium, campaign, channel, order_id,
                refund_id, contact_channel, contact_direction, stage, owner, language, browser, os, device, country,
                region, bot_signals,
                transform(person_id, members, persons_of_members, if({everybody:Bool}, person_id, '')) AS named
            FROM events FINAL
            -- How long a page was read is no act of its own: it is told late, and by what may not have been seen again.
            WHERE site = {site:String} AND type != 'page_leave'
                AND (subject_id IN (SELECT visitor_id FROM spans) OR subject_id IN {member_ids:Array(String)}
                    OR ({everybody:Bool} AND subject_id IN (SELECT person_id FROM personal_data WHERE site = {site:String})))
        ) AS events
        ASOF LEFT JOIN spans AS span ON span.visitor_id = events.subject_id AND span.since <= events.ts
    ),
    sold AS
    (
        SELECT subject_id, type, order_id, refund_id, value_minor, currency
        FROM sales FINAL
        WHERE site = {site:String} AND order_id IN
        (
            SELECT order_id
            FROM events
            WHERE site = {site:String} AND type IN {sale_types:Array(String)} AND order_id != '' AND
            (
                {everybody:Bool} OR subject_id IN {member_ids:Array(String)} OR subject_id IN
                (
                    SELECT visitor_id
                    FROM visitor_persons
                    WHERE site = {site:String} AND ({everybody:Bool} OR person_id IN {member_ids:Array(String)})
                )
            )
        )
    ),
    acted AS
    (
        SELECT
            acts.person AS person,
            -- whoever was given money back has bought
            countIf(acts.type IN {sale_types:Array(String)} AND acts.order_id != '') > 0 AS has_bought,
            maxIf(acts.ts, acts.is_interest AND acts.type != 'page_view') AS latest_interest,
            maxIf(acts.ts, acts.is_interest AND acts.type = 'page_view') AS latest_page,
            coalesce(nullIf(argMaxIf(acts.stage_told, (acts.ts, acts.event_id),
                acts.stage_told IN ('new', 'working', 'qualified', 'disqualified')), ''), 'new') AS status,
            argMaxIf(acts.owner_told, (acts.ts, acts.event_id), acts.type = 'owner_assigned') AS owner,
            groupArrayIf((acts.subject_id, acts.ts, acts.event_id, acts.owner_told), acts.type = 'owner_assigned') AS assigned,
            argMinIf(acts.source, (acts.ts, acts.event_id), acts.source != '') AS source,
            toUnixTimestamp64Milli(min(acts.ts)) AS first_seen,
            -- what reps write into the record is not seen of the person
            toUnixTimestamp64Milli(greatest(min(acts.ts),
                maxIf(acts.ts, acts.type NOT IN {unseen_types:Array(String)} AND acts.contact_channel != 'note'))) AS last_seen,
            countIf(acts.type = 'page_view') AS page_views,
            countIf(acts.type = 'form_submit') AS form_submits,
            count() AS events,
            countIf(sold.order_id != '' AND sold.refund_id = '') AS orders,
            sumMap(if(sold.order_id = '', map(), map(toString(sold.currency), sold.value_minor))) AS revenue_minor,
            uniqExactIf(acts.visitor_id, acts.visitor_id != '') AS visitors,
            argMaxIf(acts.language, (acts.ts, acts.event_id), acts.language != '') AS language,
            argMaxIf(acts.browser, (acts.ts, acts.event_id), acts.browser != '') AS browser,
            argMaxIf(acts.os, (acts.ts, acts.event_id), acts.os != '') AS os,
            argMaxIf(acts.device, (acts.ts, acts.event_id), acts.device != '') AS device,
            -- of one event, since a region belongs to its country
            argMaxIf((acts.country, acts.region), (acts.ts, acts.event_id), acts.country != '') AS place,
            arraySort(groupUniqArrayArray(acts.bot_signals)) AS bot_signals,
            max(acts.ts) AS latest,
            -- what brought them to the site, each time
            arraySort(groupArrayIf(
                (acts.ts, acts.event_id, acts.source, acts.medium, acts.campaign, acts.channel),
                acts.type = 'page_view' AND acts.source != '')) AS arrivals
        FROM acts
        LEFT JOIN sold ON sold.subject_id = acts.subject_id AND sold.type = acts.type
            AND sold.order_id = acts.order_id AND sold.refund_id = acts.refund_id
        WHERE acts.person != ''
        GROUP BY person
    ),
    -- who they are comes to what they did at the end: somebody with thousands of ids would bring them to each event
    people AS
    (
        SELECT
            identities.person AS person_id,
            identities.email AS email,
            identities.name AS name,
            identities.phone AS phone,
            identities.company AS company,
            multiIf(
                acted.has_bought, 'customer',
                -- interest that follows the capture; a page counts from half an hour on, so that the thank-you page does not
                acted.latest_interest > identities.captured_at
                    OR acted.latest_page > identities.captured_at + INTERVAL 30 MINUTE, 'prospect',
                'lead') AS stage,
            acted.status AS status,
            acted.owner AS owner,
            acted.source AS source,
            acted.first_seen AS first_seen,
            acted.last_seen AS last_seen,
            toUnixTimestamp64Milli(identities.captured_at) AS captured_at,
            identities.emails AS emails,
            identities.phones AS phones,
            identities.customers AS customers,
            acted.page_views AS page_views,
            acted.form_submits AS form_submits,
            acted.events AS events,
            acted.orders AS orders,
            acted.revenue_minor AS revenue_minor,
            acted.visitors AS visitors,
            acted.language AS language,
            acted.browser AS browser,
            acted.os AS os,
            acted.device AS device,
            acted.place.1 AS country,
            acted.place.2 AS region,
            acted.bot_signals AS bot_signals,
            acted.latest AS latest,
            acted.arrivals AS arrivals
        FROM identities
        INNER JOIN acted ON acted.person = identities.person
        WHERE empty({owners:Array(String)}) OR is_theirs(acted.assigned)
    ),
    touched AS
    (
        SELECT
            *,
            arrayFilter(arrival -> arrival.1 > latest - INTERVAL 90 DAY, arrivals) AS touches,
            -- of no touches, an empty one
            arrayElement(touches, 1) AS first_touch,
            arrayLast(touch -> touch.3 != 'direct', touches) AS last_touch
        FROM people
    )
SELECT
    * EXCEPT (latest, arrivals, touches, first_touch, last_touch),
    first_touch.3 AS first_touch_source,
    first_touch.4 AS first_touch_medium,
    first_touch.5 AS first_touch_campaign,
    first_touch.6 AS first_touch_channel,
    toUnixTimestamp64Milli(first_touch.1) AS first_touch_ts,
    last_touch.3 AS last_touch_source,
    last_touch.4 AS last_touch_medium,
    last_touch.5 AS last_touch_campaign,
    last_touch.6 AS last_touch_channel,
    toUnixTimestamp64Milli(last_touch.1) AS last_touch_ts
FROM touched
ORDER BY captured_at DESC, person_id DESC

-- Everything that a person did, newest first: on each browser from when on it was theirs, and what names them. The ids are
-- found out before (`person_resolved.sql`), so that all is read by primary key; PREWHERE has keys alone, since what FINAL
-- decides about copies may depend on no other column.
-- A `page_leave` is told by the view that it ends: for how long and how far the page was read. An order is told once, by
-- a word before a claim and the shop's server before the browser, of however many ids and browsers of the person it was sent; a refund, too.
-- `said` has what the event says of the person, by names of attributes: an empty text cleared one.
-- `labels` and `texts` have what the visitor read in place of a form's names and values, and are cut together with `fields`.
-- What was retracted says when. Texts longer than `longest` are cut; `cut` tells how long they are. With `event` that event alone.
-- With `owners` nothing where none of these has charge of the person.
-- @json props, history
WITH
    lengthUTF8(arrayStringConcat(arrayConcat(mapKeys(fields), arrayFlatten(mapValues(fields)),
        mapValues(labels), arrayFlatten(mapValues(texts))))) AS fields_length,
    lengthUTF8(arrayStringConcat(arrayConcat(mapKeys(said), mapValues(said)))) AS said_length,
    (text -> leftUTF8(text, {longest:UInt32})) AS short,
    (
        SELECT (groupArray(target), groupArray(at))
        FROM
        (
            SELECT target, toUnixTimestamp64Milli(max(ts)) AS at
            FROM retractions FINAL
            PREWHERE site = {site:String} AND subject_id IN {subject_ids:Array(String)}
            WHERE person_id IN {member_ids:Array(String)}
            GROUP BY target
            HAVING NOT argMax(is_restored, (ts, event_id))
        )
    ) AS retracted,
    spans AS
    (
        SELECT
            visitor_id,
            tie.3 AS person_id,
            if(position = 1, toDateTime64(0, 6, 'UTC'), tie.1) AS since,
            named_by
        FROM
        (
            SELECT visitor_id, arraySort(groupArray((ts, event_id, person_id))) AS ties, ties[1].2 AS named_by
            FROM visitor_persons FINAL
            PREWHERE site = {site:String} AND visitor_id IN {subject_ids:Array(String)}
            GROUP BY visitor_id
        )
        ARRAY JOIN ties AS tie, arrayEnumerate(ties) AS position
    ),
    -- What only the page shows is carried as one column: planning each step costs by the number of columns.
    theirs AS
    (
        SELECT
            events.* EXCEPT (engaged_ms, scroll_percent),
            toBool(span.named_by = events.event_key) AS became_known,
            sum(events.engaged_ms) OVER view AS engaged_ms,
            max(events.scroll_percent) OVER view AS scroll_percent
        FROM
        (
            SELECT
                subject_id, event_id, event_key, ts, received_at, is_word, type, person_id, page_view_id, order_id, refund_id,
                engaged_ms, scroll_percent,
                tuple(visitor_id, url, title, referrer, source, medium, campaign, channel, form_id, form_name, link_url,
                    link_kind, value_minor, currency, coupon, browser, os, device, country, region, bot_signals, is_team, step_id, step_at, step_rep, import_id, props) AS rest
            FROM events FINAL
            PREWHERE site = {site:String} AND subject_id IN {subject_ids:Array(String)}
        ) AS events
        ASOF LEFT JOIN spans AS span ON span.visitor_id = events.subject_id AND span.since <= events.ts
        WHERE if(events.person_id = '', span.person_id, events.person_id) IN {member_ids:Array(String)}
            OR events.page_view_id != ''
        WINDOW view AS (PARTITION BY events.subject_id, if(events.page_view_id = '', events.event_id, events.page_view_id))
    ),
    acts AS
    (
        SELECT *
        FROM theirs
        WHERE page_view_id = '' AND type != 'retracted'
        ORDER BY is_word DESC, type IN {server_types:Array(String)} DESC, received_at, event_id
        LIMIT 1 BY
            if(type IN {sale_types:Array(String)} AND order_id != '',
                (order_id, refund_id, ''),
                (subject_id, event_id, 'event'))
    )
SELECT
    event_id,
    toUnixTimestamp64Milli(ts) AS ts,
    type,
    became_known,
    -- of money a refund alone, where its order has it no more (told beside this)
    if(type IN {sale_types:Array(String)} AND type != 'refund', 0, greatest(
        transform(event_id, retracted.1, retracted.2, toInt64(0)),
        transform(concat('#', import_id), retracted.1, retracted.2, toInt64(0)))) AS retracted_at,
    -- told beside this, of what is shown (`contact_changes.sql`)
    toInt64(0) AS corrected_at,
    toInt64(0) AS took_place_at,
    '[]' AS history,
    is_team,
    -- the id of the person under which it was told; empty where a browser alone tells whose it is
    told_of,
    visitor_id,
    short(url) AS url,
    short(title) AS title,
    short(referrer) AS referrer,
    source,
    medium,
    campaign,
    channel,
    form_id,
    form_name,
    if(fields_length <= {longest:UInt32}, fields,
        mapFromArrays(
            arrayMap(name -> leftUTF8(name, 100), arraySlice(mapKeys(fields), 1, 50)),
            arrayMap(values -> arrayMap(value -> leftUTF8(value, 200), arraySlice(values, 1, 5)),
                arraySlice(mapValues(fields), 1, 50)))) AS fields,
    if(fields_length <= {longest:UInt32}, labels,
        mapApply((name, label) -> (leftUTF8(name, 100), leftUTF8(label, 200)),
            mapFilter((name, label) -> has(arraySlice(mapKeys(fields), 1, 50), name), labels))) AS labels,
    if(fields_length <= {longest:UInt32}, texts,
        mapApply((name, read) -> (leftUTF8(name, 100), arrayMap(text -> leftUTF8(text, 200), arraySlice(read, 1, 5))),
            mapFilter((name, read) -> has(arraySlice(mapKeys(fields), 1, 50), name), texts))) AS texts,
    short(message) AS message,
    consents,
    step_id,
    step_at,
    step_rep,
    next_step,
    if(said_length <= {longest:UInt32}, said, mapApply((name, value) -> (name, leftUTF8(value, 200)), said)) AS said,
    short(link_url) AS link_url,
    link_kind,
    order_id,
    value_minor,
    currency,
    coupon,
    browser,
    os,
    device,
    country,
    region,
    bot_signals,
    engaged_ms,
    scroll_percent,
    if(lengthUTF8(props) <= {longest:UInt32}, props,
        concat('{', arrayStringConcat(arrayMap(prop -> concat(toJSONString(prop.1), ':', prop.2),
            arraySlice(arrayFilter(prop -> length(prop.1) <= 100 AND length(prop.2) <= 200,
                JSONExtractKeysAndValuesRaw(props)), 1, 50)), ','), '}')) AS props,
    mapFilter((name, length) -> length > {longest:UInt32},
        map('url', lengthUTF8(url), 'title', lengthUTF8(title), 'referrer', lengthUTF8(referrer), 'message', lengthUTF8(message),
            'link_url', lengthUTF8(link_url), 'props', lengthUTF8(props), 'fields', fields_length,
            'labels', fields_length, 'texts', fields_length, 'said', said_length)) AS cut,
    toUnixTimestamp64Micro(ts) AS cursor_ts
FROM
(
    SELECT
        acts.ts AS ts,
        acts.event_id AS event_id,
        acts.type AS type,
        acts.became_known AS became_known,
        acts.order_id AS order_id,
        acts.engaged_ms AS engaged_ms,
        acts.scroll_percent AS scroll_percent,
        acts.rest.is_team AS is_team,
        acts.person_id AS told_of,
        acts.rest.visitor_id AS visitor_id,
        acts.rest.url AS url,
        acts.rest.title AS title,
        acts.rest.referrer AS referrer,
        acts.rest.source AS source,
        acts.rest.medium AS medium,
        acts.rest.campaign AS campaign,
        acts.rest.channel AS channel,
        acts.rest.form_id AS form_id,
        acts.rest.form_name AS form_name,
        acts.rest.link_url AS link_url,
        acts.rest.link_kind AS link_kind,
        acts.rest.value_minor AS value_minor,
        acts.rest.currency AS currency,
        acts.rest.coupon AS coupon,
        acts.rest.browser AS browser,
        acts.rest.os AS os,
        acts.rest.device AS device,
        acts.rest.country AS country,
        acts.rest.region AS region,
        acts.rest.bot_signals AS bot_signals,
        acts.rest.step_id AS step_id,
        acts.rest.step_at AS step_at,
        acts.rest.step_rep AS step_rep,
        acts.rest.import_id AS import_id,
        acts.rest.props AS props,
        personal.fields AS fields,
        personal.labels AS labels,
        personal.texts AS texts,
        personal.message AS message,
        personal.consents AS consents,
        personal.next_step AS next_step,
        if(acts.type IN {telling_types:Array(String)}, personal.said, map()) AS said
    FROM acts
    LEFT JOIN
    (
        SELECT
            subject_id, event_id, fields, labels, texts, message, consents, next_step,
            mapUpdate(
                mapFilter((name, value) -> value != '',
                    map('name', name, 'email', email, 'phone', phone, 'company', company, 'customer', customer)),
                CAST(attributes, 'Map(String, String)')) AS said
        FROM personal_data FINAL
        PREWHERE site = {site:String} AND subject_id IN {subject_ids:Array(String)}
    ) AS personal ON personal.subject_id = acts.subject_id AND personal.event_id = acts.event_key
    WHERE toUnixTimestamp64Milli(acts.ts) >= {after:Int64} AND toUnixTimestamp64Milli(acts.ts) < {before:Int64}
        AND ({event:String} = '' OR acts.event_id = {event:String})
        AND (empty({owners:Array(String)})
            OR (notEmpty({person_owners:Array(String)}) AND hasAll({owners:Array(String)}, {person_owners:Array(String)})))
)
-- @list
-- One person is read before a second thread has begun, and there is nothing to compile or to reorder. What is asked of a
-- column is asked of the whole of it, not of what is left of a long text.
SETTINGS max_threads = 1, join_algorithm = 'hash', compile_expressions = 0, enable_named_columns_in_function_tuple = 1,
    prefer_column_name_to_alias = 1

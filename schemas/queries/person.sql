-- One person, by any id that they ever had: none where nobody goes by it, or where none of the owners has charge of them.
WITH
    (
        SELECT any(canonical_id)
        FROM person_ids FINAL
        PREWHERE site = {site:String} AND person_id = {person:String}
    ) AS canonical
SELECT
    person_id,
    email,
    name,
    phone,
    company,
    stage,
    status,
    owner,
    source,
    medium,
    campaign,
    channel,
    captured_at,
    first_seen,
    last_seen,
    email_kind,
    email_domain,
    emails,
    phones,
    customers,
    page_views,
    form_submits,
    events,
    orders,
    value_minor,
    visitors,
    language,
    browser,
    os,
    device,
    country,
    region,
    attributes,
    bot_signals,
    first_touch_source,
    first_touch_medium,
    first_touch_campaign,
    first_touch_channel,
    first_touch_ts,
    last_touch_source,
    last_touch_medium,
    last_touch_campaign,
    last_touch_channel,
    last_touch_ts
FROM people FINAL
-- by key alone: FINAL need not read the others around them
PREWHERE site = {site:String} AND person_id = if(canonical = '', {person:String}, canonical)
WHERE (empty({owners:Array(String)}) OR (notEmpty(owners) AND hasAll({owners:Array(String)}, owners)))
SETTINGS max_threads = 1

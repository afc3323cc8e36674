-- Who did what, newest first: on the site, and of the instance. Of the latter a caller with some sites alone sees what
-- concerns no other. Each part is read backwards from its newest row until the page is full, and FINAL cannot do that: so
-- copies of a row, which lie side by side, are passed over here. What was changed or asked, and who it was, is looked up
-- for the page alone.
-- @json before, after, asked
WITH page AS
(
    SELECT *
    FROM
    (
        SELECT *
        FROM
        (
            SELECT
                site, ts, audit_id, `by`, action, target, subject, version, fields, code, count, session_id, country
            FROM audit
            WHERE site = {site:String}
        )
        -- @list
        UNION ALL
        SELECT *
        FROM
        (
            SELECT
                site, ts, audit_id, `by`, action, target, subject, version, fields, code, count, session_id, country
            FROM audit
            WHERE site = ''
                AND (empty({within:Array(String)}) OR (notEmpty(sites) AND hasAll({within:Array(String)}, sites)))
        )
        -- @list
    )
    -- @list
)
SELECT
    page.audit_id AS audit_id,
    page.ts AS ts,
    page.by AS `by`,
    names.name AS by_name,
    page.action AS action,
    page.target AS target,
    page.subject AS subject,
    page.version AS version,
    page.fields AS fields,
    page.code AS code,
    page.count AS count,
    page.session_id AS session_id,
    page.country AS country,
    if(JSONHas(told.data, 'before'), JSONExtractRaw(told.data, 'before'), '{}') AS before,
    if(JSONHas(told.data, 'after'), JSONExtractRaw(told.data, 'after'), '{}') AS after,
    if(JSONHas(told.data, 'asked'), JSONExtractRaw(told.data, 'asked'), '{}') AS asked
FROM page
LEFT JOIN
(
    SELECT site, audit_id, data
    FROM audit_values FINAL
    WHERE site IN ({site:String}, '') AND (site, audit_id) IN (SELECT site, audit_id FROM page)
) AS told ON told.site = page.site AND told.audit_id = page.audit_id
LEFT JOIN
(
    -- the last name of whoever has left; users and keys are few
    SELECT concat(if(kind = 'users', 'user:', 'key:'), id) AS `by`, JSONExtractString(data, 'name') AS name
    FROM record_versions
    WHERE site = '' AND kind IN ('users', 'keys') AND NOT deleted
    ORDER BY kind, id, version DESC, at, write_id
    LIMIT 1 BY kind, id
) AS names ON names.by = page.by
-- @order
ORDER BY ts DESC, audit_id DESC
-- ClickHouse would read ahead and sort the whole log for a page that its newest rows fill.
SETTINGS read_in_order_use_buffering = 0

-- What becomes of rows of a file, the next after a row, with what stands in them as long as that is kept.
WITH
    planned AS
    (
        SELECT row, action, reason, detail, person_id, changes, unread
        FROM import_plans FINAL
        WHERE site = {site:String} AND import_id = {import:String} AND plan = {plan:UInt32}
            AND row > {after:UInt32} AND action IN {actions:Array(String)}
        ORDER BY row
        LIMIT {most:UInt32}
    )
SELECT
    planned.row AS row, rows.cells AS cells, planned.action AS action, planned.reason AS reason, planned.detail AS detail,
    planned.person_id AS person_id, planned.changes AS changes, planned.unread AS unread
FROM planned
LEFT JOIN
(
    SELECT row, cells
    FROM import_rows FINAL
    WHERE site = {site:String} AND import_id = {import:String} AND row IN (SELECT row FROM planned)
) AS rows ON rows.row = planned.row
ORDER BY row

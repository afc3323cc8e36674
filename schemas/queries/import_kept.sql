-- Of the people whom an import made those who are there: after it was undone, since somebody else told of them, too.
WITH
    made AS
    (
        SELECT DISTINCT person_id
        FROM import_plans FINAL
        WHERE site = {site:String} AND import_id = {import:String} AND plan = {plan:UInt32} AND action = 'create'
    )
SELECT person_id, name, email, phone, count() OVER () AS total
FROM people FINAL
WHERE site = {site:String} AND person_id IN
(
    SELECT if(ids.canonical_id = '', made.person_id, ids.canonical_id)
    FROM made
    LEFT JOIN
    (
        SELECT person_id, canonical_id
        FROM person_ids FINAL
        WHERE site = {site:String} AND person_id IN (SELECT person_id FROM made)
    ) AS ids ON ids.person_id = made.person_id
)
ORDER BY person_id
LIMIT {most:UInt32}

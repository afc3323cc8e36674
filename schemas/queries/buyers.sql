-- Whom these ids stand for, and how they are called.
WITH
    (
        SELECT (groupArray(person_id), groupArray(canonical_id))
        FROM person_ids FINAL
        PREWHERE site = {site:String} AND person_id IN {persons:Array(String)}
    ) AS known,
    arrayDistinct(arrayMap(id -> transform(id, known.1, known.2, id), {persons:Array(String)})) AS canonical
SELECT
    asked AS person_id,
    people.person_id AS canonical_id,
    people.name AS name,
    people.email AS email,
    people.company AS company
FROM (SELECT arrayJoin({persons:Array(String)}) AS asked, transform(asked, known.1, known.2, asked) AS canonical_id) AS ids
INNER JOIN
(
    SELECT person_id, name, email, company
    FROM people FINAL
    PREWHERE site = {site:String} AND person_id IN (SELECT arrayJoin(canonical))
) AS people ON people.person_id = ids.canonical_id
SETTINGS max_threads = 1

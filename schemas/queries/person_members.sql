-- Every id of the person that this one stands for.
WITH
    (
        SELECT any(canonical_id)
        FROM person_ids FINAL
        WHERE site = {site:String} AND person_id = {person:String}
    ) AS known,
    if(known = '', {person:String}, known) AS canonical
SELECT canonical AS person_id
UNION DISTINCT
SELECT person_id
FROM person_members FINAL
WHERE site = {site:String} AND canonical_id = canonical

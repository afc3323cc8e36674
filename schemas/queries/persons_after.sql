-- Ids of persons, in order.
SELECT person_id
FROM first_subjects
WHERE site = {site:String} AND person_id > {after:String}
GROUP BY person_id
ORDER BY person_id
LIMIT {most:UInt32}

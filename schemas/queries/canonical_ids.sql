-- The person that each of these ids stands for, where it is not only its own.
SELECT person_id, canonical_id
FROM person_ids FINAL
WHERE site = {site:String} AND person_id IN {persons:Array(String)}

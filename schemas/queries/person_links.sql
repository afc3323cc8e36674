-- Every pair of ids that are one person.
SELECT person_id, other_id
FROM person_links FINAL
WHERE site = {site:String}

-- How many ids of persons there are.
SELECT uniq(person_id) AS total
FROM first_subjects
WHERE site = {site:String}

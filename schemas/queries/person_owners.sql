-- Who has charge of a person: under each id that anybody was given charge of.
SELECT owners
FROM people FINAL
PREWHERE site = {site:String} AND person_id = {canonical_id:String}
SETTINGS max_threads = 1

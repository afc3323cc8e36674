-- Who has one of these phone numbers.
SELECT person_id, phones
FROM people FINAL
WHERE site = {site:String} AND hasAny(phones, {phones:Array(String)})

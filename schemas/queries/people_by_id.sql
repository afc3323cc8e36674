-- What is told of these people, for what somebody else says of them to be compared with.
SELECT person_id, email, name, phone, company, attributes, status, owner, phones
FROM people FINAL
PREWHERE site = {site:String} AND person_id IN {persons:Array(String)}

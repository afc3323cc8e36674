-- Ids of the people of whom one of `owners` has charge, each under all of theirs; none where it is empty, which is everybody.
SELECT arrayJoin(arrayPushBack(groupArray(members.person_id), people.person_id))
FROM people FINAL
LEFT JOIN (SELECT canonical_id, person_id FROM person_members FINAL WHERE site = {site:String} AND notEmpty({owners:Array(String)})) AS members
    ON members.canonical_id = people.person_id
WHERE site = {site:String} AND notEmpty({owners:Array(String)}) AND notEmpty(owners) AND hasAll({owners:Array(String)}, owners)
GROUP BY people.person_id

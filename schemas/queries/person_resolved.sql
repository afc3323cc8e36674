-- Whom an id stands for: the canonical id, every id of the person, and the subjects (browsers, and ids where no browser was
-- involved) under which something was said of them: of each id its own and a thousand, words first and then who was
-- first, however many strangers name it. Each step is a point read; what comes after it reads by literal ids.
WITH
    (
        SELECT any(canonical_id)
        FROM person_ids FINAL
        PREWHERE site = {site:String} AND person_id = {person:String}
    ) AS known,
    if(known = '', {person:String}, known) AS canonical,
    (
        SELECT groupArray(person_id)
        FROM person_members FINAL
        PREWHERE site = {site:String} AND canonical_id = canonical
    ) AS joined,
    arrayDistinct(arrayPushFront(joined, canonical)) AS members,
    (
        SELECT groupUniqArray(subject_id)
        FROM
        (
            SELECT subject_id
            FROM first_subjects
            PREWHERE site = {site:String} AND person_id IN (SELECT arrayJoin(members))
            GROUP BY person_id, subject_id
            ORDER BY subject_id = person_id DESC, max(is_word) DESC, min(heard_at), subject_id
            LIMIT 1000 BY person_id
        )
    ) AS subjects
SELECT canonical AS canonical_id, members AS member_ids, subjects AS subject_ids
-- A point read is done before a second thread has begun.
SETTINGS max_threads = 1

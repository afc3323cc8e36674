-- Whom ids stand for: every id of these persons, each with its canonical one beside it, and the subjects (browsers, and ids
-- where no browser was involved) under which something was said of them: of each id its own and a thousand, words first and
-- then who was first, however many strangers name it. Each step is a point read; what comes after it reads by literal ids, which costs ClickHouse far less
-- to plan. The version is a time before anything was read: of two rows that are worked out of this at once, the one that knows
-- more wins.
WITH
    (
        SELECT (groupArray(person_id), groupArray(canonical_id))
        FROM person_ids FINAL
        PREWHERE site = {site:String} AND person_id IN {persons:Array(String)}
    ) AS known,
    arrayDistinct(arrayMap(id -> transform(id, known.1, known.2, id), {persons:Array(String)})) AS canonical,
    (
        SELECT groupArray((person_id, canonical_id))
        FROM person_members FINAL
        PREWHERE site = {site:String} AND canonical_id IN (SELECT arrayJoin(canonical))
    ) AS joined,
    arrayDistinct(arrayConcat(joined, arrayZip(canonical, canonical))) AS members,
    (
        SELECT groupUniqArray(subject_id)
        FROM
        (
            SELECT subject_id
            FROM first_subjects
            PREWHERE site = {site:String} AND person_id IN (SELECT arrayJoin(members.1))
            GROUP BY person_id, subject_id
            ORDER BY subject_id = person_id DESC, max(is_word) DESC, min(heard_at), subject_id
            LIMIT 1000 BY person_id
        )
    ) AS subjects
SELECT
    members.1 AS member_ids,
    members.2 AS member_persons,
    subjects AS subject_ids,
    toUnixTimestamp64Micro(now64(6)) AS version
-- A point read is done before a second thread has begun.
SETTINGS max_threads = 1

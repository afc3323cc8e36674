-- All that was ever said of a person, each value once for words and once for claims: who they are (e-mails, phones, customer
-- ids, each with the id that it stands for by itself) and each attribute, with the event that said it last. An empty value
-- cleared the attribute. With `owners` nothing where none of these has charge of the person.
WITH
    (
        SELECT any(canonical_id)
        FROM person_ids FINAL
        WHERE site = {site:String} AND person_id = {person:String}
    ) AS known,
    if(known = '', {person:String}, known) AS canonical,
    members AS
    (
        SELECT canonical AS person_id
        UNION DISTINCT
        SELECT person_id
        FROM person_members FINAL
        WHERE site = {site:String} AND canonical_id = canonical
    ),
    subjects AS
    (
        SELECT subject_id
        FROM first_subjects
        PREWHERE site = {site:String} AND person_id IN (SELECT person_id FROM members)
        GROUP BY person_id, subject_id
        ORDER BY subject_id = person_id DESC, max(is_word) DESC, min(heard_at), subject_id
        LIMIT 1000 BY person_id
    ),
    retracted AS
    (
        SELECT target
        FROM retractions FINAL
        WHERE site = {site:String} AND subject_id IN (SELECT subject_id FROM subjects)
            AND person_id IN (SELECT person_id FROM members)
        GROUP BY target
        HAVING NOT argMax(is_restored, (ts, event_id))
    ),
    rows AS
    (
        SELECT
            person_id, subject_id, event_id, ts, is_word, customer,
            mapUpdate(
                mapFilter((key, value) -> value != '',
                    map('email', email, 'phone', phone, 'customer', customer, 'name', name, 'company', company)),
                CAST(attributes, 'Map(String, String)')) AS said
        FROM personal_data FINAL
        WHERE site = {site:String} AND subject_id IN (SELECT subject_id FROM subjects)
            AND person_id IN (SELECT person_id FROM members)
            AND event_id NOT IN (SELECT target FROM retracted) AND concat('#', import_id) NOT IN (SELECT target FROM retracted)
    )
SELECT
    attribute,
    value,
    anyIf(own_id, own_id != '') AS id,
    is_word,
    toUnixTimestamp64Milli(min(ts)) AS first_said,
    toUnixTimestamp64Milli(max(ts)) AS last_said,
    count() AS times,
    argMax(told_by, (ts, told_by)) AS event_id,
    argMax(told_by_type, (ts, told_by)) AS type
FROM
(
    SELECT
        attribute,
        value,
        rows.ts AS ts,
        rows.event_id AS told_by,
        rows.is_word AS is_word,
        events.type AS told_by_type,
        multiIf(
            attribute = 'email', if(events.type = 'person_changed', pairs.other_id, rows.person_id),
            attribute = 'customer', if(rows.said['email'] = '' AND rows.said['phone'] = '', rows.person_id, pairs.other_id),
            attribute = 'phone' AND rows.said['email'] = '', rows.person_id,
            '') AS own_id
    FROM rows
    ARRAY JOIN mapKeys(rows.said) AS attribute, mapValues(rows.said) AS value
    LEFT JOIN
    (
        SELECT subject_id, event_key, type
        FROM events FINAL
        WHERE site = {site:String} AND subject_id IN (SELECT subject_id FROM subjects)
    ) AS events ON events.subject_id = rows.subject_id AND events.event_key = rows.event_id
    LEFT JOIN
    (
        SELECT person_id, other_id, subject_id, event_id
        FROM identity_pairs FINAL
        WHERE site = {site:String} AND person_id IN (SELECT person_id FROM members) AND kind != 'hand'
    ) AS pairs ON pairs.person_id = rows.person_id AND pairs.subject_id = rows.subject_id AND pairs.event_id = rows.event_id
)
WHERE empty({owners:Array(String)}) OR
(
    SELECT count() > 0
    FROM people FINAL
    WHERE site = {site:String} AND person_id = canonical AND notEmpty(owners) AND hasAll({owners:Array(String)}, owners)
)
GROUP BY attribute, value, is_word
ORDER BY attribute, last_said DESC, value
LIMIT 100 BY attribute, is_word

-- Pairs of these ids that nobody says any more: whatever told of them was retracted. A pair is kept with whoever said it first, so
-- that what else says the same is looked for: the same address and the same customer id of the same person. It stands where
-- one of the two is known by nothing else: nobody is joined with a stranger by that, and what was done with them stays theirs.
WITH
    targets AS
    (
        SELECT target
        FROM retractions FINAL
        PREWHERE site = {site:String} AND subject_id IN {persons:Array(String)}
        GROUP BY target
        HAVING NOT argMax(is_restored, (ts, event_id))
    ),
    told AS
    (
        SELECT
            subject_id, event_id, person_id, email, phone, customer, is_word,
            event_id IN (SELECT target FROM targets) OR concat('#', import_id) IN (SELECT target FROM targets) AS is_gone
        FROM personal_data FINAL
        PREWHERE site = {site:String} AND subject_id IN
        (
            SELECT subject_id
            FROM first_subjects
            PREWHERE site = {site:String} AND person_id IN {persons:Array(String)}
            WHERE (SELECT count() FROM targets) > 0
        )
    ),
    said AS
    (
        SELECT person_id, other_id, kind, subject_id, event_id
        FROM identity_pairs FINAL
        WHERE site = {site:String} AND person_id IN {persons:Array(String)} AND kind != 'hand'
            AND (SELECT count() FROM targets) > 0
    ),
    otherwise AS
    (
        SELECT person_id FROM told WHERE NOT is_gone AND (email != '' OR phone != '' OR customer != '')
        UNION ALL
        SELECT arrayJoin([person_id, other_id])
        FROM said
        WHERE (subject_id, event_id) NOT IN (SELECT subject_id, event_id FROM told WHERE is_gone)
    )
SELECT pairs.person_id AS person_id, pairs.other_id AS other_id, pairs.kind AS kind
FROM said AS pairs
INNER JOIN told ON told.subject_id = pairs.subject_id AND told.event_id = pairs.event_id
WHERE told.is_gone AND told.email != ''
    AND pairs.person_id IN (SELECT person_id FROM otherwise) AND pairs.other_id IN (SELECT person_id FROM otherwise)
    AND (told.person_id, told.email, told.customer, told.is_word) NOT IN
        (SELECT person_id, email, customer, is_word FROM told WHERE NOT is_gone AND email != '')

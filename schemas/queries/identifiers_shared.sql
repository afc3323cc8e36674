-- By what these ids are known that came with many others: the e-mail address or the customer id of an event that said both.
-- No row of one of which nothing is told any more.
WITH
    one_of_each AS
    (
        SELECT person_id, subject_id, event_id
        FROM identity_pairs
        PREWHERE site = {site:String} AND person_id IN {persons:Array(String)}
        WHERE kind != 'hand' AND subject_id != ''
        ORDER BY person_id, ts, event_id
        LIMIT 1 BY person_id
    )
SELECT
    one_of_each.person_id AS person_id,
    if(said.person_id = one_of_each.person_id, said.email, '') AS email,
    if(said.person_id = one_of_each.person_id, '', said.customer) AS customer
FROM one_of_each
INNER JOIN
(
    SELECT subject_id, event_id, person_id, email, customer
    FROM personal_data FINAL
    PREWHERE site = {site:String} AND (subject_id, event_id) IN (SELECT subject_id, event_id FROM one_of_each)
) AS said ON said.subject_id = one_of_each.subject_id AND said.event_id = one_of_each.event_id

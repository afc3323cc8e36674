-- What was told last of contacts that were corrected: of each the highest revision that was not retracted, with what is written
-- beside it.
-- @json props
SELECT
    acts.contact_id AS contact,
    toUnixTimestamp64Milli(acts.ts) AS corrected_at,
    -- what is yet to come has not taken place
    if(acts.contact_at <= corrected_at, acts.contact_at, 0) AS at,
    acts.props AS props,
    personal.fields AS fields,
    personal.message AS message
FROM
(
    SELECT contact_id, subject_id, event_key, ts, contact_at, props
    FROM events FINAL
    PREWHERE site = {site:String} AND subject_id IN {subject_ids:Array(String)}
    WHERE type = 'contact_changed' AND contact_id IN {contacts:Array(String)} AND event_id NOT IN
    (
        SELECT target
        FROM retractions FINAL
        PREWHERE site = {site:String} AND subject_id IN {subject_ids:Array(String)}
        WHERE person_id IN {member_ids:Array(String)}
        GROUP BY target
        HAVING NOT argMax(is_restored, (ts, event_id))
    )
    ORDER BY contact_revision DESC, received_at, event_id
    LIMIT 1 BY contact_id
) AS acts
LEFT JOIN
(
    SELECT subject_id, event_id, fields, message
    FROM personal_data FINAL
    PREWHERE site = {site:String} AND subject_id IN {subject_ids:Array(String)}
) AS personal ON personal.subject_id = acts.subject_id AND personal.event_id = acts.event_key
SETTINGS max_threads = 1, compile_expressions = 0

-- How contacts were corrected: of these contacts every change, and these changes with all others of their contact; of each
-- contact the highest revision first, which is in force unless it was retracted. With what is written beside it.
-- @json props
WITH
    retracted AS
    (
        SELECT target, toUnixTimestamp64Milli(max(ts)) AS at
        FROM retractions FINAL
        PREWHERE site = {site:String} AND subject_id IN {subject_ids:Array(String)}
        WHERE person_id IN {member_ids:Array(String)}
        GROUP BY target
        HAVING NOT argMax(is_restored, (ts, event_id))
    ),
    changes AS
    (
        SELECT event_id, contact_id, subject_id, event_key, ts, contact_at, contact_revision, received_at, props
        FROM events FINAL
        PREWHERE site = {site:String} AND subject_id IN {subject_ids:Array(String)}
        WHERE type = 'contact_changed'
    )
SELECT
    acts.event_id AS event_id,
    acts.contact_id AS contact,
    toUnixTimestamp64Milli(acts.ts) AS corrected_at,
    -- what is yet to come has not taken place
    if(acts.contact_at <= corrected_at, acts.contact_at, 0) AS at,
    acts.props AS props,
    personal.fields AS fields,
    personal.message AS message,
    acts.event_id IN (SELECT target FROM retracted) AS is_retracted,
    of_contact.at AS contact_retracted_at
FROM
(
    SELECT *
    FROM changes
    WHERE contact_id IN {contacts:Array(String)}
        OR contact_id IN (SELECT contact_id FROM changes WHERE event_id IN {contacts:Array(String)})
    ORDER BY contact_revision DESC, received_at, event_id
    LIMIT 100 BY contact_id
) AS acts
LEFT JOIN
(
    SELECT subject_id, event_id, fields, message
    FROM personal_data FINAL
    PREWHERE site = {site:String} AND subject_id IN {subject_ids:Array(String)}
) AS personal ON personal.subject_id = acts.subject_id AND personal.event_id = acts.event_key
LEFT JOIN retracted AS of_contact ON of_contact.target = acts.contact_id
ORDER BY acts.contact_revision DESC, acts.received_at, acts.event_id
SETTINGS max_threads = 1, compile_expressions = 0

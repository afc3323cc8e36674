-- A session and the user whose it is, as they stand now; no row where it was ended. A session of the admin key has no
-- user.
-- @json session_data, session_hidden, user_data, user_hidden
WITH
    session AS
    (
        SELECT data, hidden, deleted
        FROM record_versions
        WHERE site = '' AND kind = 'sessions' AND id = {session:String}
        ORDER BY version DESC, at, write_id
        LIMIT 1
    ),
    person AS
    (
        SELECT data, hidden, deleted
        FROM record_versions
        WHERE site = '' AND kind = 'users' AND id = (SELECT JSONExtractString(data, 'user') FROM session)
        ORDER BY version DESC, at, write_id
        LIMIT 1
    ),
    used AS
    (
        SELECT toUnixTimestamp64Milli(max(used_at)) AS last_used_at
        FROM last_uses
        WHERE kind = 'sessions' AND id = {session:String}
    )
SELECT
    session.data AS session_data,
    session.hidden AS session_hidden,
    if(person.deleted OR person.data = '', '{}', person.data) AS user_data,
    if(person.deleted OR person.hidden = '', '{}', person.hidden) AS user_hidden,
    used.last_used_at AS last_used_at
FROM session
LEFT JOIN person ON 1 = 1
CROSS JOIN used
WHERE NOT session.deleted

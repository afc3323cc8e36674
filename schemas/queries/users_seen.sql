-- When these users last did something, in whichever session.
SELECT user, toUnixTimestamp64Milli(max(uses.used_at)) AS used_at
FROM
(
    SELECT id, JSONExtractString(data, 'user') AS user
    FROM record_versions
    WHERE site = '' AND kind = 'sessions' AND version = 1 AND JSONExtractString(data, 'user') IN {users:Array(String)}
) AS sessions
INNER JOIN
(
    SELECT id, max(last_uses.used_at) AS used_at
    FROM last_uses
    WHERE kind = 'sessions'
    GROUP BY id
) AS uses ON uses.id = sessions.id
GROUP BY user

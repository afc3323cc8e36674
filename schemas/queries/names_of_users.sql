-- What these users are called, or were when they left.
SELECT id, argMax(JSONExtractString(data, 'name'), version) AS name
FROM record_versions
WHERE site = '' AND kind = 'users' AND id IN {ids:Array(String)} AND NOT deleted
GROUP BY id

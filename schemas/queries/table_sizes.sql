-- What each table has on the disk.
SELECT `table`, sum(part.rows) AS rows, sum(bytes_on_disk) AS bytes, count() AS parts
FROM system.parts AS part
WHERE database = currentDatabase() AND active
GROUP BY `table`
ORDER BY bytes DESC, `table`

-- Parts of tables that ClickHouse has set aside because it could not read them. What somebody detached has no reason, and
-- what a restart found to be superseded is not damaged.
SELECT `table`, name, ifNull(reason, '') AS reason
FROM system.detached_parts
WHERE database = currentDatabase() AND reason LIKE '%broken%'
ORDER BY `table`, name
LIMIT 100

-- How far each table has come: blocks are numbered as they are inserted, and a merge keeps the numbers of what it merges.
SELECT
    concat(table, ' ', partition_id) AS place,
    any(table) AS table_name,
    max(max_block_number) AS newest
FROM system.parts
WHERE database = currentDatabase() AND active
GROUP BY place

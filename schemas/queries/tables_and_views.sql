-- What is in this database, and what is said of it.
SELECT name, comment
FROM system.tables
WHERE database = currentDatabase()

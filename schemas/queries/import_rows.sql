-- Rows of a file as they were read, the next after a row.
SELECT row, cells
FROM import_rows FINAL
WHERE site = {site:String} AND import_id = {import:String} AND row > {after:UInt32}
ORDER BY row
LIMIT {most:UInt32}

-- Which earlier row of a file was about one of these ids.
SELECT id, min(row) AS first_row
FROM import_plans FINAL
ARRAY JOIN ids AS id
WHERE site = {site:String} AND import_id = {import:String} AND plan = {plan:UInt32} AND row <= {until:UInt32}
    AND action != 'skip' AND id IN {ids:Array(String)}
GROUP BY id

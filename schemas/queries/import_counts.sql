-- How many rows of a file become what.
SELECT action, count() AS rows
FROM import_plans FINAL
WHERE site = {site:String} AND import_id = {import:String} AND plan = {plan:UInt32}
GROUP BY action

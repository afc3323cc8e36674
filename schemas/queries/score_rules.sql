-- By what the leads of a site score.
SELECT name, toInt32(points) AS points, filters
FROM scoreRules
WHERE site = {site:String}
ORDER BY name, id
LIMIT 100

-- What these campaigns are called.
SELECT id, name
FROM campaigns
WHERE site = {site:String} AND id IN {ids:Array(String)}

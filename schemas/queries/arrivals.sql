-- The first and the last page view and form of a site, whoever sent them. A table in the order of visitors tells the newest
-- of 20 million events in 60 ms, but where and when the very first was in half a second: so the first is one of the hundred
-- thousand that are read first, which are all of them for a site that has just begun.
SELECT 'first' AS which, type, toUnixTimestamp64Milli(min(ts)) AS at, argMin(found.url, (ts, found.url)) AS url
FROM (SELECT type, ts, url FROM events WHERE site = {site:String} AND type = 'page_view' LIMIT 100000) AS found
GROUP BY type
UNION ALL
SELECT 'first' AS which, type, toUnixTimestamp64Milli(min(ts)) AS at, argMin(found.url, (ts, found.url)) AS url
FROM (SELECT type, ts, url FROM events WHERE site = {site:String} AND type = 'form_submit' LIMIT 100000) AS found
GROUP BY type
UNION ALL
SELECT 'last' AS which, type, toUnixTimestamp64Milli(ts) AS at, url
FROM (SELECT type, ts, url FROM events WHERE site = {site:String} AND type = 'page_view' ORDER BY ts DESC, url LIMIT 1)
UNION ALL
SELECT 'last' AS which, type, toUnixTimestamp64Milli(ts) AS at, url
FROM (SELECT type, ts, url FROM events WHERE site = {site:String} AND type = 'form_submit' ORDER BY ts DESC, url LIMIT 1)

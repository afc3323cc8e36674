-- Sites that have tracked links.
SELECT DISTINCT site
FROM links
ORDER BY site

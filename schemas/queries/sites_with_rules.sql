-- Sites where a rule of assignment is switched on.
SELECT DISTINCT site
FROM rules
WHERE isOn
ORDER BY site

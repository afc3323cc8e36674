-- Everybody who left a name, from the read model. With `owners` only the people of whom one of these has charge: under each
-- id that anybody was given charge of.
SELECT * EXCEPT (site, version, is_deleted, owners), toBool(company != '' AND company = email_domain) AS company_is_derived
FROM people FINAL
WHERE site = {site:String}
    AND (empty({owners:Array(String)}) OR (notEmpty(owners) AND hasAll({owners:Array(String)}, owners)))

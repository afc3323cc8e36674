-- Everybody who has bought: what they paid, what they were given back, and what is left of it, by currency. With `owners` only
-- the people of whom one of these has charge.
SELECT
    * EXCEPT (site, version, is_deleted, owners, step_ids, step_times, step_texts, step_reps, value_minor, first_purchase_at, last_purchase_at),
    toBool(company != '' AND company = email_domain) AS company_is_derived,
    value_minor AS net_minor,
    first_purchase_at AS first_purchase,
    last_purchase_at AS last_purchase,
    -- from when they were first seen
    if(first_purchase_at = 0, NULL, greatest(intDiv(first_purchase_at - first_seen, 86400000), 0)) AS days_to_purchase,
    arrayElement(step_times, 1) AS next_step_at
FROM people FINAL
WHERE site = {site:String} AND stage = 'customer'
    AND (empty({owners:Array(String)}) OR (notEmpty(owners) AND hasAll({owners:Array(String)}, owners)))

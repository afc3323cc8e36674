-- Everybody who left a name, from the read model. With `owners` only the people of whom one of these has charge: under each
-- id that anybody was given charge of.
SELECT
    * EXCEPT (site, version, is_deleted, owners, step_ids, step_times, step_texts, step_reps),
    toBool(notEmpty(owners)) AS was_assigned,
    -- @score
    toInt32(0) AS score,
    -- @score
    CAST(map(), 'Map(String, Int32)') AS score_reasons,
    toBool(company != '' AND company = email_domain) AS company_is_derived,
    arrayElement(step_times, 1) AS next_step_at,
    leftUTF8(arrayElement(step_texts, 1), 200) AS next_step
FROM people FINAL
WHERE site = {site:String}
    AND (empty({owners:Array(String)}) OR (notEmpty(owners) AND hasAll({owners:Array(String)}, owners)))

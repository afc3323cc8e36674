-- One person, by any id that they ever had: none where nobody goes by it, or where none of the owners has charge of them.
WITH
    (
        SELECT any(canonical_id)
        FROM person_ids FINAL
        PREWHERE site = {site:String} AND person_id = {person:String}
    ) AS canonical
SELECT
    * EXCEPT (site, version, is_deleted, owners, search),
    toBool(notEmpty(owners)) AS was_assigned,
    -- @score
    toInt32(0) AS score,
    -- @score
    CAST(map(), 'Map(String, Int32)') AS score_reasons,
    toBool(company != '' AND company = email_domain) AS company_is_derived,
    arrayElement(step_times, 1) AS next_step_at,
    leftUTF8(arrayElement(step_texts, 1), 200) AS next_step
FROM people FINAL
-- by key alone: FINAL need not read the others around them
PREWHERE site = {site:String} AND person_id = if(canonical = '', {person:String}, canonical)
WHERE (empty({owners:Array(String)}) OR (notEmpty(owners) AND hasAll({owners:Array(String)}, owners)))
SETTINGS max_threads = 1

-- Background work of the site and, for who owns all sites, of the instance.
SELECT
    concat(job, ' ', site, ' ', id) AS key,
    job,
    if(site = '', 'instance', 'site') AS scope,
    id,
    status,
    done,
    total,
    started_at,
    due_at,
    attempts,
    error,
    asked_again,
    ended_at[1] AS last_ended_at,
    took_ms[1] AS last_took_ms,
    ended_at,
    took_ms,
    errors
FROM
(
    SELECT *
    FROM jobs FINAL
    WHERE site = {site:String} OR (site = '' AND empty({within:Array(String)}))
)

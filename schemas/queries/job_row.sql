-- Something to do, as it stands now.
-- @json state
SELECT
    version, write_ids, status, due_at, holder, lease, lease_until, asked_again, state, done, total, started_at, attempts,
    error, ended_at, took_ms, errors
FROM jobs FINAL
WHERE site = {site:String} AND job = {job:String} AND id = {id:String}

-- When everything there is to do is due, and who has it in hand.
SELECT site, job, id, due_at, holder, lease, lease_until
FROM jobs FINAL

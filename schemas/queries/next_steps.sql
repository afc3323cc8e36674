-- What is to be done next, each open step by itself with whom it is for; only where they are asked for (`with_none`), also
-- people for whom nothing is to be done. Overdue is what should have been done by now, today what is due until the day ends.
-- Where a step names nobody, whoever has charge of the person does it.
SELECT
    concat(person_id, ' ', step) AS row_id,
    arrayElement(step_ids, position) AS step,
    person_id,
    name,
    email,
    phone,
    company,
    arrayElement(customers, 1) AS customer,
    stage,
    status,
    owner,
    arrayElement(step_times, position) AS at,
    arrayElement(step_texts, position) AS what,
    if(arrayElement(step_reps, position) = '', owner, arrayElement(step_reps, position)) AS rep,
    multiIf(step = '', 'none', at < {now:Int64}, 'overdue', at <= {day_end:Int64}, 'today', 'later') AS due,
    contacts,
    last_contact_at
FROM
(
    SELECT *
    FROM people FINAL
    WHERE site = {site:String}
        AND (notEmpty(step_ids) OR ({with_none:UInt8} AND status != 'disqualified'))
        AND (empty({owners:Array(String)}) OR (notEmpty(owners) AND hasAll({owners:Array(String)}, owners)))
)
-- one column for all: what is not asked for is not read
LEFT ARRAY JOIN arrayEnumerate(step_ids) AS position

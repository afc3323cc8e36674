-- Pairs of people who may be one, both as they are now: those for whom most speaks first. What a page said of them outweighs
-- all that is only alike, and a shared phone number a name. With `person` only those that they are one of; with `owners`
-- only where both are theirs.
WITH
    (
        SELECT any(canonical_id)
        FROM person_ids FINAL
        WHERE site = {site:String} AND person_id = {person:String}
    ) AS known,
    if(known = '', {person:String}, known) AS canonical,
    own AS
    (
        SELECT canonical AS person_id
        UNION ALL
        SELECT person_id
        FROM person_members FINAL
        WHERE site = {site:String} AND canonical_id = canonical AND canonical != ''
    ),
    found AS
    (
        SELECT person_id, other_id, reason
        FROM suspected_pairs FINAL
        WHERE site = {site:String}
            AND (canonical = '' OR person_id IN (SELECT person_id FROM own) OR other_id IN (SELECT person_id FROM own))
    ),
    decided AS
    (
        SELECT person_id, other_id
        FROM identity_pairs FINAL
        WHERE site = {site:String} AND kind = 'hand' AND NOT is_undecided
    ),
    -- whoever was joined with somebody since goes by another id
    ids AS
    (
        SELECT person_id, canonical_id
        FROM person_ids FINAL
        WHERE site = {site:String}
            AND person_id IN (SELECT arrayJoin([person_id, other_id]) FROM (SELECT person_id, other_id FROM found UNION ALL SELECT person_id, other_id FROM decided))
    ),
    suspected AS
    (
        SELECT least(one, other) AS person_id, greatest(one, other) AS other_id, reason
        FROM
        (
            SELECT
                if(a.canonical_id = '', found.person_id, a.canonical_id) AS one,
                if(b.canonical_id = '', found.other_id, b.canonical_id) AS other,
                found.reason AS reason
            FROM found
            LEFT JOIN ids AS a ON a.person_id = found.person_id
            LEFT JOIN ids AS b ON b.person_id = found.other_id
        )
        WHERE one != other
    ),
    alive AS
    (
        SELECT person_id, name, email, phone, company, customers[1] AS customer, stage, orders, last_seen
        FROM people FINAL
        WHERE site = {site:String}
            AND (empty({owners:Array(String)}) OR (notEmpty(owners) AND hasAll({owners:Array(String)}, owners)))
            AND person_id IN (SELECT arrayJoin([person_id, other_id]) FROM suspected)
    )
SELECT
    concat(pair.person_id, ' ', pair.other_id) AS pair_id,
    pair.person_id AS person_id,
    one.name AS name,
    one.email AS email,
    one.phone AS phone,
    one.company AS company,
    one.customer AS customer,
    one.stage AS stage,
    one.orders AS orders,
    one.last_seen AS last_seen,
    pair.other_id AS other_id,
    other.name AS other_name,
    other.email AS other_email,
    other.phone AS other_phone,
    other.company AS other_company,
    other.customer AS other_customer,
    other.stage AS other_stage,
    other.orders AS other_orders,
    other.last_seen AS other_last_seen,
    pair.reasons AS reasons,
    arraySum(reason -> transform(reason, ['claim', 'phone'], [4, 2], 1), pair.reasons) AS strength
FROM
(
    SELECT person_id, other_id, arraySort(groupUniqArray(toString(reason))) AS reasons
    FROM suspected
    WHERE (person_id, other_id) NOT IN
    (
        SELECT
            if(a.canonical_id = '', decided.person_id, a.canonical_id),
            if(b.canonical_id = '', decided.other_id, b.canonical_id)
        FROM decided
        LEFT JOIN ids AS a ON a.person_id = decided.person_id
        LEFT JOIN ids AS b ON b.person_id = decided.other_id
    )
    GROUP BY person_id, other_id
) AS pair
INNER JOIN alive AS one ON one.person_id = pair.person_id
INNER JOIN alive AS other ON other.person_id = pair.other_id

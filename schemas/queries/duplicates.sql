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
    suspected AS
    (
        SELECT person_id, other_id, reason
        FROM suspected_pairs FINAL
        WHERE site = {site:String} AND (canonical = '' OR person_id = canonical OR other_id = canonical)
    ),
    alive AS
    (
        SELECT person_id, name, email, phone, company, stage, orders, last_seen
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
    one.stage AS stage,
    one.orders AS orders,
    one.last_seen AS last_seen,
    pair.other_id AS other_id,
    other.name AS other_name,
    other.email AS other_email,
    other.phone AS other_phone,
    other.company AS other_company,
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
        SELECT person_id, other_id
        FROM identity_pairs FINAL
        WHERE site = {site:String} AND kind = 'hand' AND NOT is_undecided
    )
    GROUP BY person_id, other_id
) AS pair
INNER JOIN alive AS one ON one.person_id = pair.person_id
INNER JOIN alive AS other ON other.person_id = pair.other_id

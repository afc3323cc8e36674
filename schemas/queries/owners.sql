-- What each rep has and did: of the people of whom they have charge those who are new and those who were contacted in the
-- range, what of theirs is overdue, and what they sold in it. Several reps of one order share it as the site says (`share`):
-- `equally` to the cent, the `first` of them all of it, or `each` all of it. An order that names none is of whoever has charge
-- of the person. With `owners` of these alone.
WITH
    (name -> if(position(name, '@') > 0, lowerUTF8(name), name)) AS same,
    them AS
    (
        SELECT
            person_id, same(people.owner) AS owner, captured_at, last_contact_at, first_purchase_at, step_times,
            arrayMap(rep -> same(if(rep = '', people.owner, rep)), step_reps) AS reps
        FROM people FINAL
        WHERE site = {site:String}
    ),
    sold AS
    (
        SELECT
            person_id, value_minor, currency, refunds_minor,
            arrayDistinct(arrayMap(rep -> same(rep), orders.reps)) AS named
        FROM orders FINAL
        WHERE site = {site:String} AND is_told AND status != 'cancelled' AND ts BETWEEN {from_ms:Int64} AND {to_ms:Int64}
    ),
    shared AS
    (
        SELECT
            multiIf(notEmpty(sold.named) AND {share:String} = 'first', [sold.named[1]], notEmpty(sold.named), sold.named, [them.owner]) AS reps,
            length(reps) AS parts,
            sold.value_minor AS value_minor,
            sold.currency AS currency,
            sold.refunds_minor AS refunds_minor
        FROM sold
        LEFT JOIN (SELECT person_id, canonical_id FROM person_ids FINAL WHERE site = {site:String}) AS ids ON ids.person_id = sold.person_id
        LEFT JOIN (SELECT person_id, owner FROM them) AS them ON them.person_id = if(ids.canonical_id = '', sold.person_id, ids.canonical_id)
    )
SELECT
    owner,
    sum(people) AS people,
    sum(new) AS new,
    sum(contacted) AS contacted,
    sum(overdue) AS overdue,
    sum(open_steps) AS open_steps,
    sum(won) AS won,
    sum(orders) AS orders,
    mapFilter((currency, value) -> value != 0, sumMap(gross)) AS gross_minor,
    mapFilter((currency, value) -> value != 0, sumMap(refunds)) AS refunds_minor,
    mapFilter((currency, value) -> value != 0, sumMap(net)) AS revenue_minor
FROM
(
    SELECT
        owner,
        count() AS people,
        countIf(captured_at BETWEEN {from_ms:Int64} AND {to_ms:Int64}) AS new,
        countIf(last_contact_at > 0 AND last_contact_at BETWEEN {from_ms:Int64} AND {to_ms:Int64}) AS contacted,
        0 AS overdue,
        0 AS open_steps,
        countIf(first_purchase_at > 0 AND first_purchase_at BETWEEN {from_ms:Int64} AND {to_ms:Int64}) AS won,
        0 AS orders,
        CAST(map(), 'Map(String, Int64)') AS gross,
        CAST(map(), 'Map(String, Int64)') AS refunds,
        CAST(map(), 'Map(String, Int64)') AS net
    FROM them
    GROUP BY owner
    UNION ALL
    SELECT rep, 0, 0, 0, countIf(at < {now:Int64}), count(), 0, 0, map(), map(), map()
    FROM them
    ARRAY JOIN reps AS rep, step_times AS at
    GROUP BY rep
    UNION ALL
    SELECT
        rep, 0, 0, 0, 0, 0, 0, count(),
        sumMap(map(toString(currency), gross)),
        sumMap(refunds),
        sumMap(mapAdd(map(toString(currency), gross), mapApply((currency, value) -> (currency, -value), refunds)))
    FROM
    (
        SELECT
            rep,
            currency,
            -- what cannot be shared evenly goes to the first ones, a minor unit each
            if({share:String} = 'each', value_minor, intDiv(value_minor, parts) + toInt64(position <= value_minor % parts)) AS gross,
            mapApply(
                (currency, value) -> (currency,
                    if({share:String} = 'each', value, intDiv(value, parts) + toInt64(position <= value % parts))),
                refunds_minor) AS refunds
        FROM shared
        ARRAY JOIN reps AS rep, arrayEnumerate(reps) AS position
    )
    GROUP BY rep
)
WHERE empty({owners:Array(String)}) OR owner IN {owners:Array(String)}
GROUP BY owner

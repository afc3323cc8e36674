-- Orders as they are by now: gross, and what was given back beside it. Who bought is told under one of their ids, and completed
-- beside this (`buyers.sql`). With `person` theirs alone; with `owners` only orders of people of whom one of these has charge.
-- @json lines
SELECT
    order_id,
    ts,
    person_id,
    '' AS name,
    '' AS email,
    '' AS company,
    status,
    value_minor,
    refunded_minor,
    value_minor - refunded_minor AS net_minor,
    refunds_minor,
    currency,
    coupon,
    lines,
    arrayMap((product, name) -> if(name = '', product, name), line_products, line_names) AS products,
    reps,
    instructions,
    rating,
    rating_max,
    feedback,
    revision,
    changed_at,
    cancelled_at,
    search
FROM orders FINAL
WHERE site = {site:String} AND is_told
    AND ({person:String} = '' OR person_id IN {member_ids:Array(String)})
    AND (empty({owners:Array(String)}) OR person_id IN
    (
        -- @part own_persons
    ))

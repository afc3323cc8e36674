-- What was given back, each time by itself on its own day: `refunded_minor` in `currency`; `value_minor` is what the order is
-- worth. Whose it is, is told as in `purchases.sql`.
-- @json lines
SELECT
    concat(order_id, ' ', refund) AS row_id,
    refund AS refund_id,
    order_id,
    at AS ts,
    placed_at AS ordered_at,
    person_id,
    '' AS name,
    '' AS email,
    '' AS company,
    status,
    value_minor,
    value AS refunded_minor,
    given_currency AS currency,
    currency_told AS order_currency,
    reason,
    lines,
    reps,
    instructions,
    feedback,
    search
FROM
(
    SELECT order_id, ts AS placed_at, person_id, status, value_minor, lines, reps, instructions, feedback, search,
        refund_ids, refund_times, refund_values, refund_currencies, refund_reasons, currency AS currency_told
    FROM orders FINAL
    WHERE site = {site:String} AND notEmpty(refund_ids)
        AND ({person:String} = '' OR person_id IN {member_ids:Array(String)})
        AND (empty({owners:Array(String)}) OR person_id IN
        (
            -- @part own_persons
        ))
)
ARRAY JOIN refund_ids AS refund, refund_times AS at, refund_values AS value, refund_currencies AS given_currency, refund_reasons AS reason

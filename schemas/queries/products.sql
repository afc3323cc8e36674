-- What sold, and at which prices: of each product and currency its units, what was paid for them and given back, and the prices
-- that were really paid for one. Orders count on the day on which they were placed; cancelled ones nowhere. `prices` has how
-- many units were sold at each price, the cheapest first. Products that nobody has bought in the range are there, too, in the
-- currency of their list price. With `owners` told are orders alone of people of whom one of these has charge.
-- @json prices
SELECT
    concat(if(sold.product = '', listed.id, sold.product), ' ', sold.currency) AS row_id,
    if(sold.product = '', listed.id, sold.product) AS product,
    if(listed.name != '', listed.name, sold.name_told) AS name,
    listed.category AS category,
    if(sold.product = '', listed.currency, sold.currency) AS currency,
    units,
    orders,
    customers,
    gross_minor,
    refunds_minor,
    gross_minor - refunds_minor AS net_minor,
    if(priced_units = 0, NULL, toInt64(round(priced_minor / priced_units))) AS price_avg_minor,
    if(priced_units = 0, NULL, toInt64(round(median))) AS price_median_minor,
    if(priced_units = 0, NULL, price_min) AS price_min_minor,
    if(priced_units = 0, NULL, price_max) AS price_max_minor,
    if(listed.price IS NULL OR sold.product != '' AND listed.currency NOT IN ('', sold.currency), NULL, toString(listed.price)) AS list_price,
    toJSONString(arrayMap(
        price -> map('price_minor', toFloat64(price.1), 'units', price.2),
        arraySlice(arraySort(price -> price.1, arrayZip(sold.at_price.1, sold.at_price.2)), 1, 100))) AS prices,
    last_sold
FROM
(
    SELECT
        product,
        currency,
        argMax(name, (ts, order_id)) AS name_told,
        sum(quantity) AS units,
        uniqExact(order_id) AS orders,
        uniqExactIf(person_id, person_id != '') AS customers,
        sum(value) AS gross_minor,
        sum(given_back) AS refunds_minor,
        -- what was given away, and what came back as a line of its own, has no price
        sumIf(value, has_price) AS priced_minor,
        sumIf(quantity, has_price) AS priced_units,
        quantileExactWeightedIf(0.5)(price, toUInt64(ceil(quantity)), has_price) AS median,
        minIf(price, has_price) AS price_min,
        maxIf(price, has_price) AS price_max,
        sumMapIf([price], [quantity], has_price) AS at_price,
        max(ts) AS last_sold
    FROM
    (
        SELECT
            orders.order_id AS order_id, orders.person_id AS person_id, orders.ts AS ts, orders.currency AS currency,
            product, name, quantity, value, given_back,
            quantity > 0 AND value > 0 AS has_price,
            if(has_price, toInt64(round(value / quantity)), 0) AS price
        FROM orders FINAL
        ARRAY JOIN line_products AS product, line_names AS name, line_quantities AS quantity, line_values AS value, line_refunds AS given_back
        WHERE site = {site:String} AND is_told AND status != 'cancelled' AND orders.ts >= {from_ms:Int64} AND orders.ts <= {to_ms:Int64}
            AND (empty({owners:Array(String)}) OR person_id IN
            (
                -- @part own_persons
            ))
    )
    GROUP BY product, currency
) AS sold
FULL JOIN (SELECT id, name, category, price, currency FROM products WHERE site = {site:String}) AS listed ON listed.id = sold.product

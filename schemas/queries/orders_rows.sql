-- The rows of `orders` for these orders, worked out from raw events: told by a word before a claim, by a `purchase` before a
-- `conversion`, and by whoever came first. Of its changes the highest revision is in force, the later of cancelling and
-- reinstating counts. What was given back without lines is of each line by its part of the order, so that it adds up.
-- What was given back without a currency is of the order's: `value_e4` has it exactly, in parts of ten thousand.
-- Found are those who told of it that count in any case: the one that `sales` believes, and all words; of others a few.
WITH
    (currency -> toInt32(transform(currency, {unusual_currencies:Array(String)}, {unusual_digits:Array(UInt8)}, 2))) AS digits,
    (text -> replaceAll(lowerUTF8(replaceRegexpAll(normalizeUTF8NFKD(text), '\\p{Mn}', '')), 'ı', 'i')) AS fold,
    (
        SELECT groupUniqArray(subject_id)
        FROM
        (
            SELECT subject_id FROM order_subjects PREWHERE site = {site:String} AND order_id IN {orders:Array(String)}
            LIMIT 20 BY order_id
            UNION ALL
            SELECT subject_id FROM sales FINAL PREWHERE site = {site:String} AND order_id IN {orders:Array(String)}
            UNION ALL
            SELECT subject_id FROM order_words PREWHERE site = {site:String} AND order_id IN {orders:Array(String)}
        )
    ) AS tellers,
    ties AS
    (
        SELECT
            visitor_id,
            tie.3 AS person_id,
            if(position = 1, toDateTime64(0, 6, 'UTC'), tie.1) AS since
        FROM
        (
            SELECT visitor_id, arraySort(groupArray((ts, event_id, person_id))) AS all
            FROM visitor_persons FINAL
            PREWHERE site = {site:String} AND visitor_id IN (SELECT arrayJoin(tellers))
            GROUP BY visitor_id
        )
        ARRAY JOIN all AS tie, arrayEnumerate(all) AS position
    ),
    told AS
    (
        SELECT
            events.* EXCEPT (person_id),
            if(events.person_id = '', tie.person_id, events.person_id) AS person_id,
            -- who is believed
            (is_word, is_word AND type = 'purchase', -toUnixTimestamp64Milli(received_at), cityHash64(event_id, subject_id) % 1048576) AS trust
        FROM
        (
            SELECT
                subject_id, event_id, event_key, type, ts, received_at, person_id, is_word, order_id, refund_id, value_minor,
                currency, coupon, props
            FROM events FINAL
            PREWHERE site = {site:String} AND subject_id IN (SELECT arrayJoin(tellers))
            WHERE order_id IN {orders:Array(String)}
                AND type IN ('conversion', 'purchase', 'order_changed', 'order_cancelled', 'order_reinstated', 'refund', 'retracted', 'feedback')
        ) AS events
        ASOF LEFT JOIN ties AS tie ON tie.visitor_id = events.subject_id AND tie.since <= events.ts
    ),
    acts AS
    (
        SELECT told.*, personal.message AS message
        FROM told
        LEFT JOIN
        (
            SELECT subject_id, event_id, message
            FROM personal_data FINAL
            PREWHERE site = {site:String} AND subject_id IN (SELECT arrayJoin(tellers))
            WHERE message != ''
        ) AS personal ON personal.subject_id = told.subject_id AND personal.event_id = told.event_key
    ),
    refunds AS
    (
        SELECT
            order_id,
            argMax(person_id, trust) AS person_id,
            arraySort(refund -> (refund.at, refund.id), groupArray(refund)) AS all
        FROM
        (
            SELECT
                order_id,
                argMaxIf(person_id, acts.trust, type = 'refund') AS person_id,
                maxIf(acts.trust, type = 'refund') AS trust,
                CAST(
                    (
                        refunded,
                        toUnixTimestamp64Milli(argMaxIf(ts, acts.trust, type = 'refund')),
                        -argMaxIf(value_minor, acts.trust, type = 'refund'),
                        argMaxIf(currency, acts.trust, type = 'refund'),
                        argMaxIf(message, acts.trust, type = 'refund'),
                        argMaxIf(props, acts.trust, type = 'refund'),
                        1
                    ),
                    'Tuple(id String, at Int64, value Int64, currency String, reason String, props String, scale Float64)') AS refund
            FROM acts
            WHERE type IN ('refund', 'retracted')
            -- a retraction names the event, of which the id of a refund is made that has none of its own
            GROUP BY order_id, if(type = 'refund', refund_id, concat('#', JSONExtractString(props, 'event'))) AS refunded
            HAVING countIf(type = 'refund') > 0 AND
                (countIf(type = 'retracted') = 0 OR argMaxIf(JSONExtractBool(props, 'restored'), (ts, event_id), type = 'retracted'))
        )
        GROUP BY order_id
    ),
    stood AS
    (
        SELECT
            order_id,
            countIf(type IN ('conversion', 'purchase')) > 0 AS is_placed,
            -- what is in force: a change before what was told first, the highest of them
            argMaxIf(
                CAST((value_minor, currency, coupon, props, event_key), 'Tuple(value Int64, currency String, coupon String, props String, event_key String)'),
                (type = 'order_changed', if(type = 'order_changed', JSONExtractInt(props, 'revision'), 0), trust),
                type IN ('conversion', 'purchase', 'order_changed')) AS now,
            maxIf(JSONExtractInt(props, 'revision'), type = 'order_changed') AS highest,
            countIf(type = 'order_changed') > 0 AS is_changed,
            argMaxIf(ts, (JSONExtractInt(props, 'revision'), trust), type = 'order_changed') AS changed_at,
            argMaxIf(person_id, trust, type IN ('conversion', 'purchase')) AS buyer,
            argMaxIf(person_id, trust, type NOT IN ('conversion', 'purchase', 'feedback')) AS named,
            argMaxIf(JSONExtractInt(props, 'placedAt'), (JSONExtractInt(props, 'revision'), trust),
                type = 'order_changed' AND JSONExtractInt(props, 'placedAt') BETWEEN 1 AND toUnixTimestamp64Milli(ts)) AS moved_to,
            -- it was placed when whoever is believed says so; of one that only was changed, when that was
            if(is_placed, argMaxIf(ts, trust, type IN ('conversion', 'purchase')), minIf(ts, type = 'order_changed')) AS placed_at,
            -- the newest of those who say any: of changes by their revision
            argMaxIf(JSONExtract(props, 'reps', 'Array(String)'), (JSONExtractInt(props, 'revision'), trust),
                type IN ('purchase', 'order_changed') AND JSONHas(props, 'reps')) AS reps,
            argMaxIf(message, (JSONExtractInt(props, 'revision'), trust), type IN ('purchase', 'order_changed') AND message != '') AS instructions,
            argMaxIf((type, ts), (ts, event_id), type IN ('order_cancelled', 'order_reinstated')) AS decided,
            groupArrayIf((is_word, person_id, ts, event_id, props, message), type = 'feedback') AS said
        FROM acts
        WHERE type NOT IN ('refund', 'retracted')
        GROUP BY order_id
    ),
    whole AS
    (
        SELECT
            if(stood.order_id = '', refunds.order_id, stood.order_id) AS id,
            stood.is_placed OR stood.is_changed AS is_told,
            multiIf(stood.is_placed, stood.buyer, stood.named != '', stood.named, refunds.person_id) AS person_id,
            stood.placed_at AS placed_at,
            stood.moved_to AS moved_to,
            stood.now AS now,
            stood.is_changed AS is_changed,
            stood.highest AS highest,
            stood.changed_at AS changed_at,
            stood.reps AS reps,
            stood.instructions AS instructions,
            stood.decided AS decided,
            -- theirs, or what a word says of it: anybody can say something of any order
            arrayLast(one -> one.1 OR one.2 = person_id, arraySort(one -> (one.1, one.3, one.4), stood.said)) AS opinion,
            arrayMap(
                refund -> if(stood.now.currency != '' AND JSONExtractInt(refund.props, 'value_e4') != 0,
                    CAST(
                        (
                            refund.id,
                            refund.at,
                            toInt64(round(JSONExtractInt(refund.props, 'value_e4') * exp10(digits(stood.now.currency) - 4))),
                            stood.now.currency,
                            refund.reason,
                            refund.props,
                            exp10(digits(stood.now.currency) - digits(refund.currency))
                        ),
                        'Tuple(id String, at Int64, value Int64, currency String, reason String, props String, scale Float64)'),
                    refund),
                refunds.all) AS given,
            arrayMap(
                line -> (
                    JSONExtractString(line, 'product'),
                    JSONExtractString(line, 'name'),
                    JSONExtractFloat(line, 'quantity'),
                    if(JSONHas(line, 'value_minor'), JSONExtractInt(line, 'value_minor'),
                        toInt64(round(JSONExtractInt(line, 'price_minor') * JSONExtractFloat(line, 'quantity'))))),
                JSONExtractArrayRaw(stood.now.props, 'lines')) AS line_parts,
            arrayMap(line -> line.4, line_parts) AS values,
            arraySum(values) AS lines_sum,
            -- what each refund gave back of each product, where it says so
            arrayFlatten(arrayMap(
                refund -> arrayMap(
                    line -> (
                        JSONExtractString(line, 'product'),
                        toInt64(round(refund.scale * if(JSONHas(line, 'value_minor'), JSONExtractInt(line, 'value_minor'),
                            toInt64(round(JSONExtractInt(line, 'price_minor') * JSONExtractFloat(line, 'quantity'))))))),
                    JSONExtractArrayRaw(refund.props, 'lines')),
                arrayFilter(refund -> refund.currency = stood.now.currency, given))) AS returned,
            arraySum(arrayMap(refund -> refund.value,
                arrayFilter(refund -> refund.currency = stood.now.currency, given))) AS given_back,
            -- of a product that stands in several lines the first has it
            arrayMap(
                (line, position) -> if(indexOf(arrayMap(one -> one.1, line_parts), line.1) = position,
                    arraySum(arrayMap(one -> if(one.1 = line.1, abs(one.2), 0), returned)), 0),
                line_parts, arrayEnumerate(line_parts)) AS known_back,
            given_back - arraySum(known_back) AS left_back,
            arrayMap(sum -> if(lines_sum = 0, 0, toInt64(round(toFloat64(left_back) * sum / lines_sum))), arrayCumSum(values)) AS shared_back
        FROM stood
        FULL JOIN refunds ON refunds.order_id = stood.order_id
    )
SELECT
    {site:String} AS site,
    whole.id AS order_id,
    {version:UInt64} AS version,
    0 AS is_deleted,
    toBool(is_told) AS is_told,
    person_id,
    if(is_told, if(moved_to > 0, moved_to, toUnixTimestamp64Milli(placed_at)), arrayMin(arrayPushBack(arrayMap(refund -> refund.at, given), 9999999999999))) AS ts,
    multiIf(
        decided.1 = 'order_cancelled', 'cancelled',
        empty(given), 'placed',
        given_back >= now.value AND given_back > 0, 'refunded',
        'partly_refunded') AS status,
    now.value AS value_minor,
    now.currency AS currency,
    given_back AS refunded_minor,
    -- more than any JSON can tell is nobody's money
    mapApply((currency, value) -> (currency, toInt64(greatest(least(value, 9007199254740991), -9007199254740991))),
        arrayReduce('sumMap', arrayMap(refund -> map(refund.currency, toInt128(refund.value)), given))) AS refunds_minor,
    arrayMap(refund -> refund.id, given) AS refund_ids,
    arrayMap(refund -> refund.at, given) AS refund_times,
    arrayMap(refund -> refund.value, given) AS refund_values,
    arrayMap(refund -> refund.currency, given) AS refund_currencies,
    arrayMap(refund -> refund.reason, given) AS refund_reasons,
    now.coupon AS coupon,
    if(is_changed, highest, -1) AS revision,
    if(is_changed, toUnixTimestamp64Milli(changed_at), 0) AS changed_at,
    if(decided.1 = 'order_cancelled', toUnixTimestamp64Milli(decided.2), 0) AS cancelled_at,
    reps,
    instructions,
    if(JSONHas(now.props, 'lines'), JSONExtractRaw(now.props, 'lines'), '[]') AS lines,
    arrayMap(line -> line.1, line_parts) AS line_products,
    arrayMap(line -> line.2, line_parts) AS line_names,
    arrayMap(line -> line.3, line_parts) AS line_quantities,
    values AS line_values,
    arrayMap((known, sum, before) -> known + sum - before, known_back, shared_back, arrayPopBack(arrayPushFront(shared_back, 0))) AS line_refunds,
    if(JSONHas(opinion.5, 'rating'), JSONExtractFloat(opinion.5, 'rating'), NULL) AS rating,
    if(JSONHas(opinion.5, 'ratingMax'), JSONExtractFloat(opinion.5, 'ratingMax'), NULL) AS rating_max,
    opinion.6 AS feedback,
    if(opinion.4 = '', 0, toUnixTimestamp64Milli(opinion.3)) AS feedback_at,
    leftUTF8(fold(arrayStringConcat(arrayConcat([whole.id], line_products, line_names, reps, [instructions, coupon]), '\n')), 20000) AS search
FROM whole
-- Planning costs more than reading: there is nothing to compile or to reorder, and a second thread would have nothing to do.
SETTINGS max_threads = 1, compile_expressions = 0, join_algorithm = 'hash'

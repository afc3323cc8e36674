-- Orders that anything tells of, in order.
SELECT DISTINCT order_id
FROM
(
    SELECT order_id FROM order_subjects WHERE site = {site:String} AND order_id > {after:String}
    UNION ALL
    SELECT order_id FROM order_words WHERE site = {site:String} AND order_id > {after:String}
)
ORDER BY order_id
LIMIT {most:UInt32}

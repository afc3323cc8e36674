-- Rows that take orders out of `orders` of which nothing raw tells any more: no row was made for them since then.
SELECT site, order_id, {version:UInt64} AS version, 1 AS is_deleted
FROM orders FINAL
WHERE site = {site:String} AND orders.version < {since:UInt64}
LIMIT {most:UInt32}

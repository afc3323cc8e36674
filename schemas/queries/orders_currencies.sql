-- The currencies of these orders as they are by now.
SELECT order_id, currency
FROM orders FINAL
WHERE site = {site:String} AND order_id IN {orders:Array(String)} AND is_told

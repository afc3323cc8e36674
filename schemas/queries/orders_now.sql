-- Of these orders what their refunds are told by: the currency, where anybody has told of the order, and which of them count.
SELECT order_id, currency, refund_ids
FROM orders FINAL
WHERE site = {site:String} AND order_id IN {orders:Array(String)}

/** How an order stands, as queries have it. */
export type OrderStatus = 'placed' | 'partly_refunded' | 'refunded' | 'cancelled';

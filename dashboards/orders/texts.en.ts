import type { OrderStatus } from './statuses.js';

export interface Texts {
  statuses: Record<OrderStatus, string>;
  /** Of an order whose buyer nobody knows. */
  unknownBuyer: string;
  /** Of an amount of a cancelled order. */
  notCounted: string;
  /** Of lists and of an order's own page. */
  columns: Record<
    | 'order'
    | 'orders'
    | 'customer'
    | 'company'
    | 'placed'
    | 'status'
    | 'gross'
    | 'refunded'
    | 'net'
    | 'products'
    | 'reps'
    | 'coupon'
    | 'rating'
    | 'changed'
    | 'cancelled'
    | 'instructions'
    | 'reason',
    string
  >;
  /** Of one line of an order. */
  line: Record<
    'product' | 'serial' | 'warranty' | 'quantity' | 'price' | 'discount' | 'tax' | 'total' | 'more',
    string
  >;
  /** A rating of the best there is. */
  ratingOf: (rating: string, best: string) => string;
}

export const texts: Texts = {
  statuses: {
    placed: 'Placed',
    partly_refunded: 'Partly refunded',
    refunded: 'Refunded',
    cancelled: 'Cancelled',
  },
  unknownBuyer: 'Not known yet',
  notCounted: 'cancelled, does not count',
  columns: {
    order: 'Order',
    orders: 'Orders',
    customer: 'Customer',
    company: 'Company',
    placed: 'Placed',
    status: 'Status',
    gross: 'Gross',
    refunded: 'Refunds',
    net: 'Net',
    products: 'Products',
    reps: 'Reps',
    coupon: 'Coupon',
    rating: 'Rating',
    changed: 'Changed',
    cancelled: 'Cancelled on',
    instructions: 'Instructions',
    reason: 'Reason',
  },
  line: {
    product: 'Product',
    serial: 'Serial number',
    warranty: 'Warranty until',
    quantity: 'Quantity',
    price: 'Price',
    discount: 'Discount',
    tax: 'Tax',
    total: 'Total',
    more: 'More',
  },
  ratingOf: (rating, best) => `${rating} of ${best}`,
};

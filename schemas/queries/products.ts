import { defineQuery } from '../define_query.js';
import { products as statement } from '../gen/queries/products.js';
import { range } from '../parameters.js';

export const products = defineQuery({
  summary:
    'What sold, and at which prices: units, gross, refunds, net, and the prices that were really paid. Products of the site that did not sell have 0 units.',
  statement,
  access: ['owner', 'marketer', 'rep', 'service', 'viewer', 'queries:read'],
  parameters: range,
  // It names nobody, whosever orders it counts.
  personal: false,
  list: {
    key: 'row_id',
    sort: 'gross_minor',
    order: 'desc',
    columns: [
      'product',
      'name',
      'category',
      'currency',
      'units',
      'orders',
      'customers',
      'gross_minor',
      'refunds_minor',
      'net_minor',
      'price_avg_minor',
      'price_median_minor',
      'price_min_minor',
      'price_max_minor',
      'last_sold',
    ],
    search: ['product', 'name', 'category'],
    total: true,
  },
  hidden: ['row_id'],
  times: ['last_sold'],
});

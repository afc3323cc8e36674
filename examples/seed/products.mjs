// What the shop sells, as records: what the demo site's catalogue has, and one that nobody has bought yet.
import { catalogue } from '../plain-html/catalogue.js';

const CATEGORIES = {
  plan: 'Care plans',
  solo: 'Machines',
  duet: 'Machines',
  mill: 'Grinders',
  care: 'Accessories',
};

export const products = [
  ...Object.entries(catalogue).map(([id, { name, price }]) => ({
    id,
    name,
    price,
    currency: 'EUR',
    category: CATEGORIES[id.split('-')[0]],
  })),
  { id: 'water-filter', name: 'Water filter', price: 36, currency: 'EUR', category: 'Accessories' },
];

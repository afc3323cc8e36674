import { keys } from './entities/keys.js';
import { products } from './entities/products.js';
import { sites } from './entities/sites.js';

/** Every kind of record that people edit. A new kind is one file in `entities/` and one line here. */
export const entityKinds = {
  keys,
  products,
  sites,
} as const;

export type EntityKind = keyof typeof entityKinds;

import { key } from './entities/key.js';
import { site } from './entities/site.js';

/** Every kind of record that people edit. A new kind is one file in `entities/` and one line here. */
export const entitySchemas = {
  keys: key,
  sites: site,
} as const;

export type EntityKind = keyof typeof entitySchemas;

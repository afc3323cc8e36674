import { Hono } from 'hono';
import { encodings } from '../../schemas/entities/import_words.js';
import { productImportFields } from '../../schemas/product_imports.js';
import { previewProducts } from '../products/preview.js';
import type { Services } from '../services.js';
import { nosniff } from './answer.js';
import { askedOfSite } from './asked_of_site.js';
import { readBody } from './body.js';
import { chosen, wrong } from './parameters.js';

const FILE_BYTES_MAX = 10 * 1024 * 1024;

/**
 * `POST /v1/products/preview?site=&encoding=&mapping=` takes a file of CSV and tells what would become of each row
 * (`schemas/product_imports.ts`); nothing is stored of it. `mapping` names what each column is (`id,name,,price`), and is
 * found out where it is left out. What it tells is done by `PUT /v1/entities/products/<id>`, over the version it names.
 *
 * Errors: 400 parameter_invalid, import_invalid, body_not_readable; 401 sign_in_required, key_invalid; 403 role_missing,
 * scope_missing; 404 site_unknown; 413 body_too_large; 415 encoding_unsupported; 503 busy, store_down.
 */
export function productRoutes(services: Services): Hono {
  const app = new Hono();
  app.post('/v1/products/preview', nosniff, async (c) => {
    c.header('Cache-Control', 'no-store');
    const { site, parameters } = await askedOfSite(c, 'POST /v1/products/preview', services, [
      'encoding',
      'mapping',
    ]);
    const encoding = chosen(parameters, 'encoding', encodings);
    const mapping = parameters.get('mapping')?.split(',').map(fieldOf);
    const named = mapping?.filter(Boolean) ?? [];
    if (mapping && (new Set(named).size < named.length || !named.includes('id')))
      throw wrong('mapping', 'format', 'mapping must name each field once, and the column that is the id.');
    const how = { ...(encoding && { encoding }), ...(mapping && { mapping }) };
    const bytes = await readBody(c, FILE_BYTES_MAX);
    return c.json(await previewProducts(services.records, await services.sites.get(site), bytes, how));
  });
  return app;
}

function fieldOf(name: string) {
  const field = (['', ...productImportFields] as const).find((one) => one === name);
  if (field !== undefined) return field;
  throw wrong('mapping', 'one_of', `mapping may name ${productImportFields.join(', ')}.`);
}

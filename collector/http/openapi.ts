import { Hono } from 'hono';
import { openapi } from '../../schemas/gen/api/openapi.js';
import { nosniff } from './answer.js';
import { CORS } from './events.js';

/** `GET /openapi.json`: the API as OpenAPI 3.1, for programs of any site. */
export function openapiRoutes(): Hono {
  const app = new Hono();
  let text: string | undefined;
  app.get('/openapi.json', nosniff, (c) => {
    text ??= JSON.stringify(openapi);
    return c.body(text, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache', ...CORS });
  });
  return app;
}

// The baseline: the least that Hono on Node can do with the same request. Prints its port.
import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const script = readFileSync(new URL('../dist/public/leadline.js', import.meta.url), 'utf8');
const app = new Hono();

app.post('/v1/events', async (c) => {
  const { events } = await c.req.json();
  return c.json({ accepted: events.length, rejected: [] }, 202);
});
app.get('/leadline.js', (c) => c.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }));
app.get('/l/:token', (c) => c.redirect('https://www.example.com/offer?id=7', 302));

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => console.log(`port ${port}`));

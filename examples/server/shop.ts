// The backend of a small shop. It tells Leadline of its orders and refunds, and goes on selling if Leadline is away.
import { createServer, type IncomingMessage } from 'node:http';
import { createLeadline, type Line } from './leadline.js';

const {
  LEADLINE_URL = 'http://127.0.0.1:8080',
  LEADLINE_SITE = 'demo',
  LEADLINE_KEY,
  PORT = '8082',
} = process.env;
if (!LEADLINE_KEY) throw new Error('Set LEADLINE_KEY to an API key that may events:write.');

const leadline = createLeadline({ url: LEADLINE_URL, site: LEADLINE_SITE, key: LEADLINE_KEY });

interface Cart {
  email: string;
  lines: Line[];
  instructions?: string;
}
interface Order {
  id: string;
  email: string;
  lines: Line[];
  refunds: number;
}
/** A real shop has a database. */
const orders = new Map<string, Order>();

/** POST /orders {email, lines, instructions?} */
async function placeOrder(request: IncomingMessage): Promise<object> {
  const { email, lines, instructions = '' } = await readJson<Cart>(request);
  const order: Order = { id: crypto.randomUUID().slice(0, 8), email, lines, refunds: 0 };
  orders.set(order.id, order);
  // Not waited for, since the customer should not: what fails is retried, and written to stderr at last.
  leadline.purchase({ orderId: order.id, lines, instructions, person: { email }, ...visitorOf(request) });
  return order;
}

/** POST /orders/<id>/refunds {amount, reason?} */
async function refundOrder(request: IncomingMessage, order: Order): Promise<object> {
  const { amount, reason = '' } = await readJson<{ amount: string; reason?: string }>(request);
  order.refunds++;
  const refundId = `${order.id}-${order.refunds}`;
  leadline.refund({ orderId: order.id, refundId, value: amount, reason, person: { email: order.email } });
  return { refundId, amount };
}

/** The tag keeps the visitor's id in a cookie of the shop's domain where it says `data-cookie`. */
function visitorOf({ headers }: IncomingMessage): { visitor?: string } {
  const [, visitor] =
    new RegExp(`\\bleadline_${LEADLINE_SITE}=([\\w-]{21})`).exec(headers.cookie ?? '') ?? [];
  return visitor ? { visitor } : {};
}

/** A real shop checks what it is sent. */
async function readJson<Body>(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString()) as Body;
}

const server = createServer(async (request, response) => {
  const [, id] = /^\/orders\/(\w+)\/refunds$/.exec(request.url ?? '') ?? [];
  const order = orders.get(id ?? '');
  const isOrder = request.method === 'POST' && request.url === '/orders';
  const answer = isOrder ? placeOrder(request) : order && refundOrder(request, order);
  const body = await answer?.catch(() => undefined);
  response.writeHead(body ? 201 : answer ? 400 : 404, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body ?? { error: answer ? 'That is no JSON.' : 'There is nothing here.' }));
});

server.listen(Number(PORT), '127.0.0.1', () => {
  console.log(`The shop is open at http://127.0.0.1:${(server.address() as { port: number }).port}/orders`);
});

// What was sold in the last moment is still told.
process.once('SIGTERM', () => {
  server.close(async () => {
    await leadline.close();
    process.exit();
  });
});

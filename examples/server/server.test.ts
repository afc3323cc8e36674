import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { InferInput } from 'valibot';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { events } from '../../schemas/events.js';
import { type Instance, startInstance, until } from '../../test/instance.js';
import { createLeadline, type Event, EventRefused, type LeadlineError, type Options } from './leadline.js';

/** What the client lets through is what the schemas take: a mismatch does not compile. */
type Wire<Type extends Event['type']> = Extract<Event, { type: Type }> & { id: string; ts: number };
type Flat<Fields> = { [Name in keyof Fields]: Fields[Name] };
type Fits = {
  [Type in Event['type']]: Flat<Wire<Type>> extends InferInput<(typeof events)[Type]['schema']>
    ? true
    : never;
};
const fits: Fits = {
  purchase: true,
  refund: true,
  conversion: true,
  lead_entered: true,
  contact_logged: true,
  stage_changed: true,
  owner_assigned: true,
  feedback: true,
};

/** What becomes of a request on its way: to the collector and back, or not. */
type Fate =
  | 'pass'
  /** Taken by the collector, and the answer lost. */
  | 'cut'
  /** Half of the answer arrives. */
  | 'half'
  | 'hang'
  | { status: number; headers?: Record<string, string>; body?: string };

let instance: Instance;
let proxy: Awaited<ReturnType<typeof startProxy>>;
beforeAll(async () => {
  instance = await startInstance();
  proxy = await startProxy(instance.url);
});
afterAll(async () => {
  await proxy?.stop();
  await instance?.stop();
});
afterEach(() => {
  proxy.fates.length = 0;
  proxy.tries.length = 0;
});

/** A network between a shop and its Leadline that does what it is told, one request after the other, then behaves. */
async function startProxy(target: string) {
  const fates: Fate[] = [];
  const tries: { at: number; body: string; key: string }[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    tries.push({ at: performance.now(), body, key: request.headers.authorization ?? '' });
    const fate = fates.shift() ?? 'pass';
    if (fate === 'hang') return;
    if (typeof fate === 'object') return response.writeHead(fate.status, fate.headers).end(fate.body);
    const headers = { Authorization: request.headers.authorization ?? '' };
    const answer = await fetch(target + request.url, { method: 'POST', headers, body });
    const text = await answer.text();
    if (fate === 'cut') return request.socket.destroy();
    response.writeHead(answer.status, { 'Content-Length': text.length });
    if (fate === 'pass') return response.end(text);
    response.write(text.slice(0, text.length / 2), () => request.socket.destroy());
  };
  const server = createServer(handle);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fates,
    tries,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What was told to `onError`, instead of stderr. */
const errors: LeadlineError[] = [];
const leadlineAt = (options: Partial<Options> = {}) =>
  createLeadline({
    url: proxy.url,
    site: 'demo',
    key: instance.adminKey,
    ack: 'stored',
    onError: (error) => errors.push(error),
    ...options,
  });

interface Row {
  event_id: string;
  type: string;
  order_id: string;
  value_minor: number;
  message: string;
  props: Record<string, unknown>;
}
interface Lead {
  person_id: string;
  stage: string;
  orders: number;
  value_minor: Record<string, number>;
}
const rows = async <Result>(query: string) =>
  (await instance.get<{ rows: Result[] }>(`/v1/query/${query}`)).rows;
const leadOf = async (email: string) => (await rows<Lead>(`leads?site=demo&search=${email}`))[0];
const timelineOf = async (email: string) =>
  rows<Row>(`timeline?site=demo&person=${(await leadOf(email))?.person_id}`);

describe('the client', () => {
  it('sends what each of its functions says', async () => {
    const leadline = leadlineAt();
    const person = { email: 'each@example.com' };
    const ts = Date.now() - 10_000;
    await Promise.all([
      leadline.leadEntered({ ...person, ts, name: 'Ada', company: 'Engines', source: 'Fair', note: 'Hot' }),
      leadline.contactLogged({
        person,
        ts: ts + 1,
        channel: 'call',
        direction: 'inbound',
        notes: 'Wants two',
      }),
      leadline.stageChanged({ person, ts: ts + 2, stage: 'qualified' }),
      leadline.ownerAssigned({ person, ts: ts + 3, owner: 'mia' }),
      leadline.conversion({ person, ts: ts + 4, name: 'Offer asked for' }),
      leadline.purchase({
        person,
        ts: ts + 5,
        orderId: 'each-1',
        lines: [{ product: 'p', quantity: 2, price: '9.99' }],
      }),
      leadline.refund({ person, ts: ts + 6, orderId: 'each-1', refundId: 'r1', value: 5 }),
      leadline.feedback({ person, ts: ts + 7, rating: 4, ratingMax: 5, text: 'Good' }),
      leadline.track('contract signed', { person, ts: ts + 8, props: { years: 2 } }),
    ]);
    expect(Object.keys(fits)).toHaveLength(8);
    expect((await timelineOf(person.email)).map(({ type }) => type).reverse()).toEqual([
      'lead_entered',
      'contact_logged',
      'stage_changed',
      'owner_assigned',
      'conversion',
      'purchase',
      'refund',
      'feedback',
      'contract signed',
    ]);
    expect(await leadOf(person.email)).toMatchObject({
      name: 'Ada',
      stage: 'customer',
      status: 'qualified',
      owner: 'mia',
      orders: 1,
      value_minor: { EUR: 1498 },
    });
    // They were handed over together, so they went together.
    expect(proxy.tries).toHaveLength(1);
  });

  it.each<[string, Fate[]]>([
    ['a server that fails twice', [{ status: 500 }, { status: 502, body: '<html>' }]],
    ['a connection cut after the batch was taken', ['cut', 'cut']],
    ['an answer that is cut short', ['half']],
    ['a server that hangs', ['hang']],
    ['a full queue, a limit and a slow request', [{ status: 503 }, { status: 429 }, { status: 408 }]],
  ])('tries again after %s, and counts once', async (name, fates) => {
    const email = `${name.replace(/\W+/g, '.')}@example.com`;
    proxy.fates.push(...fates);
    const leadline = leadlineAt({ tryMs: 8_000 });
    await leadline.purchase({ orderId: name, value: 10, person: { email } });
    expect(proxy.tries).toHaveLength(fates.length + 1);
    // To the byte: the ids above all.
    expect(new Set(proxy.tries.map(({ body }) => body)).size).toBe(1);
    expect(await leadOf(email)).toMatchObject({ orders: 1, value_minor: { EUR: 1000 } });
    expect(await timelineOf(email)).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  it('ends a try that hangs, also where memory is tidied up meanwhile', async () => {
    setFlagsFromString('--expose-gc');
    const tidyUp = runInNewContext('gc') as () => void;
    proxy.fates.push('hang');
    const sent = leadlineAt({ tryMs: 8_000 }).track('tidied', { person: { customer: 'tidy' } });
    await until(
      async () => proxy.tries.length,
      (count) => count === 1,
    );
    tidyUp();
    await sent;
    expect(proxy.tries).toHaveLength(2);
  });

  it('waits as long as it is told, in seconds or until a date, and longer each time', async () => {
    const date = () => new Date(Math.ceil(Date.now() / 1_000) * 1_000 + 2_000).toUTCString();
    proxy.fates.push({ status: 503, headers: { 'Retry-After': '2' } });
    await leadlineAt().track('waited', { person: { customer: 'waits' } });
    const [first, second] = proxy.tries;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(1_990);

    proxy.tries.length = 0;
    proxy.fates.push({ status: 429, headers: { 'Retry-After': date() } });
    await leadlineAt().track('waited', { person: { customer: 'waits' } });
    expect((proxy.tries[1]?.at ?? 0) - (proxy.tries[0]?.at ?? 0)).toBeGreaterThan(1_500);

    proxy.tries.length = 0;
    proxy.fates.push({ status: 500 }, { status: 500, headers: { 'Retry-After': 'soon' } }, { status: 500 });
    await leadlineAt().track('waited', { person: { customer: 'waits' } });
    const gaps = proxy.tries.slice(1).map(({ at }, index) => at - (proxy.tries[index]?.at ?? 0));
    for (const [index, gap] of gaps.entries()) expect(gap).toBeGreaterThan(240 * 2 ** index);
  });

  it.each([
    [{ status: 400, body: '{"error":{"code":"batch_invalid","message":"No."}}' }, 'batch_invalid'],
    [{ status: 301, headers: { Location: '/elsewhere' } }, 'not_leadline'],
    [{ status: 404, body: 'nothing' }, 'not_leadline'],
    [{ status: 202, body: 'hello' }, 'not_leadline'],
  ])('does not try again after %j', async (fate, code) => {
    proxy.fates.push(fate);
    await expect(leadlineAt().purchase({ orderId: 'never', value: 1 })).rejects.toMatchObject({
      name: 'LeadlineError',
      code,
      status: fate.status,
    });
    expect(proxy.tries).toHaveLength(1);
    expect(errors.splice(0)).toMatchObject([{ code }]);
  });

  it('says that the key is wrong', async () => {
    const refused = leadlineAt({ key: 'wrong' }).send([{ type: 'conversion', person: { customer: '7' } }]);
    await expect(refused).rejects.toMatchObject({ code: 'key_invalid', status: 401 });
    expect(proxy.tries).toHaveLength(1);
  });

  it('tells of each event that was refused, and why; the others are taken', async () => {
    const leadline = leadlineAt();
    const person = { email: 'refused@example.com' };
    const answer = await leadline.send([
      { type: 'purchase', orderId: 'refused-1', value: 10, person },
      { type: 'refund', orderId: 'refused-1', person },
      { type: 'purchase', orderId: 'refused-2', value: 10, person: { email: 'n/a' } },
    ]);
    expect(answer).toMatchObject({
      accepted: 1,
      rejected: [
        { index: 1, reason: 'event_invalid' },
        { index: 2, reason: 'person_invalid' },
      ],
    });
    await expect(leadline.refund({ orderId: 'refused-1', person })).rejects.toBeInstanceOf(EventRefused);
    expect(errors.splice(0)).toMatchObject([
      { code: 'event_invalid', rejection: { reason: 'event_invalid' } },
    ]);
    expect(await timelineOf(person.email)).toHaveLength(1);
  });

  it('sends many in batches that the collector takes', async () => {
    const many = Array.from({ length: 1_201 }, (_, index) => ({
      type: 'contact_logged' as const,
      channel: 'note' as const,
      notes: index < 300 ? 'x'.repeat(9_000) : 'short',
      person: { email: 'many@example.com' },
    }));
    expect(await leadlineAt().send(many)).toEqual({ accepted: 1_201, rejected: [] });
    const sizes = proxy.tries.map(({ body }) => [JSON.parse(body).events.length, body.length]);
    expect(Math.max(...sizes.map(([count = 0]) => count))).toBe(500);
    expect(Math.max(...sizes.map(([, bytes = 0]) => bytes))).toBeLessThan(2 ** 20);
    expect(await leadOf('many@example.com')).toMatchObject({ events: 1_201 });
    const one = leadlineAt().send([
      { type: 'feedback', text: 'x'.repeat(2 ** 20), person: { customer: '7' } },
    ]);
    await expect(one).rejects.toMatchObject({ code: 'body_too_large', status: 413 });
  });

  it('gives up in the end, and says so to whoever does not wait', async () => {
    const gone = leadlineAt({ url: 'http://127.0.0.1:9', giveUpMs: 700 });
    gone.purchase({ orderId: 'lost', value: 1 });
    await gone.flush();
    expect(errors.splice(0)).toMatchObject([
      { code: 'unreachable', message: 'http://127.0.0.1:9 does not answer.' },
    ]);
  });

  it('ends at once when it is told to, in a try and between two', async () => {
    for (const fate of ['hang', { status: 503, headers: { 'Retry-After': '60' } }] as const) {
      const ending = new AbortController();
      proxy.fates.push(fate);
      proxy.tries.length = 0;
      const sent = leadlineAt({ signal: ending.signal }).send([{ type: 'conversion' }]);
      await until(
        async () => proxy.tries.length,
        (count) => count === 1,
      );
      ending.abort();
      await expect(sent).rejects.toMatchObject({ code: 'aborted' });
      expect(proxy.tries).toHaveLength(1);
    }
  });

  it('takes no more than may wait, and none once it is closed', async () => {
    const leadline = leadlineAt({ waitingMax: 2 });
    const person = { customer: 'waiting' };
    const three = [1, 2, 3].map(() => leadline.track('waits', { person }));
    await expect(three[2]).rejects.toMatchObject({ code: 'too_many_waiting' });
    await leadline.close();
    await Promise.all(three.slice(0, 2));
    await expect(leadline.track('late', { person })).rejects.toMatchObject({ code: 'closed' });
    expect(errors.splice(0).map(({ code }) => code)).toEqual(['too_many_waiting', 'closed']);
  });

  it('flushes what was handed over between two answers', async () => {
    const leadline = leadlineAt({ lingerMs: 60_000 });
    const person = { email: 'flush@example.com' };
    const first = leadline.track('one', { person });
    await leadline.flush();
    await first;
    const second = leadline.track('two', { person });
    await leadline.flush();
    await second;
    expect(await timelineOf(person.email)).toHaveLength(2);
  });
});

describe('the shop', () => {
  let shop: ChildProcess;
  let url: string;
  beforeAll(async () => {
    const env = { ...process.env, PORT: '0', LEADLINE_URL: proxy.url, LEADLINE_KEY: instance.adminKey };
    shop = spawn(process.execPath, ['--import', 'tsx', 'examples/server/shop.ts'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: shop.stdout as NodeJS.ReadableStream })) {
      url = /open at (\S+)/.exec(line)?.[1] ?? '';
      break;
    }
  });
  const post = async (path: string, body: object, headers = {}) => {
    const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return [response.status, (await response.json()) as { id: string }] as const;
  };

  it('reports an order with its lines, and its refund, of the browser that placed it', async () => {
    const email = 'buyer@example.com';
    const visitor = 'V1StGXR8_Z5jdHi6B-myT';
    const headers = { Cookie: `theme=dark; leadline_demo=${visitor}.1760000000000; x=1` };
    const lines = [
      { product: 'mug', name: 'Mug', quantity: 2, price: '12.50' },
      { product: 'tea', name: 'Tea', price: '7.00' },
    ];
    const [status, { id }] = await post('', { email, lines, instructions: 'Ring twice' }, headers);
    expect(status).toBe(201);
    expect(await post(`/${id}/refunds`, { amount: '7.00', reason: 'Out of stock' })).toMatchObject([201, {}]);
    expect((await post('/nothing/refunds', {}))[0]).toBe(404);

    // What it did not wait for is sent before it ends.
    shop.kill('SIGTERM');
    expect(await once(shop, 'exit')).toEqual([0, null]);
    const timeline = await until(
      () => timelineOf(email),
      ({ length }) => length === 2,
    );
    expect(timeline).toMatchObject([
      {
        type: 'refund',
        order_id: id,
        value_minor: -700,
        message: 'Out of stock',
        props: { refundId: `${id}-1` },
      },
      {
        type: 'purchase',
        order_id: id,
        value_minor: 3200,
        message: 'Ring twice',
        visitor_id: visitor,
        props: { lines: [{ product: 'mug', price_minor: 1250 }, { product: 'tea' }] },
      },
    ]);
  });
});

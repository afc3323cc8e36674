import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Instance, runToEnd, startInstance, until } from '../instance.js';

// Of networks that have held them for decades.
const ISTANBUL = '88.255.1.1';
const MADRID = '2a02:9130::1';
const US = '8.8.8.8';

let behindProxy: Instance;
let plain: Instance;
beforeAll(async () => {
  const env = { LEADLINE_TRUSTED_PROXIES: 'loopback, 10.0.0.0/8' };
  [behindProxy, plain] = await Promise.all([startInstance({ env }), startInstance()]);
});
afterAll(() => Promise.all([behindProxy.stop(), plain.stop()]));

/** A lead as a proxy passes it on, and where queries say that it came from. */
async function countryOf({ url, get }: Instance, email: string, forwardedFor: string): Promise<string> {
  const event = {
    id: email.replace('@', '-'),
    ts: Date.now(),
    type: 'form_submit',
    form: { fields: { email } },
  };
  const sent = await fetch(`${url}/v1/events?ack=stored`, {
    method: 'POST',
    headers: { Origin: url, 'Content-Type': 'text/plain', 'X-Forwarded-For': forwardedFor },
    body: JSON.stringify({ site: 'demo', visitor: email.replace('@', '-'), events: [event] }),
  });
  expect(sent.status).toBe(202);
  const { rows } = await get<{ rows: { country: string }[] }>(`/v1/query/leads?site=demo&search=${email}`);
  return rows[0]?.country ?? 'no lead';
}

test('behind a trusted proxy a visitor’s country is told, of either family, by the proxy’s word alone', async () => {
  // The first events do not wait for the lists longer than half a second, which a busy machine may need.
  let count = 0;
  for (const [address, country] of [
    [ISTANBUL, 'TR'],
    [MADRID, 'ES'],
  ] as const)
    await until(
      () => countryOf(behindProxy, `first${++count}@a.test`, address),
      (told) => told === country,
    );
  expect(await countryOf(behindProxy, 'a@a.test', ISTANBUL)).toBe('TR');
  expect(await countryOf(behindProxy, 'b@a.test', `${US}, ${MADRID}`)).toBe('ES');
  expect(await countryOf(behindProxy, 'c@a.test', `${US}, ${ISTANBUL}:4711, 10.1.2.3`)).toBe('TR');
  expect(await countryOf(behindProxy, 'd@a.test', '10.1.2.3')).toBe('');
});

test('without one the header counts for nothing', async () => {
  expect(await countryOf(plain, 'a@a.test', ISTANBUL)).toBe('');
});

test('no address is left on the disk or in the log', async () => {
  const files = readdirSync(behindProxy.dataDir, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name));
  expect(files.length).toBeGreaterThan(10);
  const kept = files.map((file) => readFileSync(file, 'latin1')).join('\n') + behindProxy.output();
  for (const address of [ISTANBUL, MADRID, US]) expect(kept.includes(address)).toBe(false);
});

test('wrong keys are counted by the client’s address, not by the proxy’s', async () => {
  const signIn = async (address: string) => {
    const { status } = await fetch(`${behindProxy.url}/v1/session`, {
      method: 'POST',
      headers: { 'X-Forwarded-For': address },
      body: JSON.stringify({ key: 'wrong' }),
    });
    return status;
  };
  const statuses: number[] = [];
  for (let time = 0; time < 21; time++) statuses.push(await signIn(ISTANBUL));
  expect([statuses[19], statuses[20]]).toEqual([401, 429]);
  expect(await signIn(MADRID)).toBe(401);
});

test('a proxy that is no address is refused by name', async () => {
  const { code, output } = await runToEnd({
    LEADLINE_PORT: '0',
    LEADLINE_TRUSTED_PROXIES: 'loopback, nginx',
  });
  expect(output).toMatch(/LEADLINE_TRUSTED_PROXIES has "nginx": list the addresses of your proxies/);
  expect(code).toBe(1);
});

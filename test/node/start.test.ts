import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runToEnd, startInstance, until } from '../instance.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leadline-'));
});

afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }));

/** A start that must fail: with one sentence that says what to do, and a non-zero exit. */
async function expectRefusal(env: Record<string, string>, sentence: RegExp) {
  const { code, output } = await runToEnd({
    LEADLINE_PORT: '0',
    LEADLINE_DATA: join(folder, 'data'),
    ...env,
  });
  expect(output.trim().split('\n')).toHaveLength(1);
  expect(output).toMatch(sentence);
  expect(code).toBe(1);
}

describe('a start that cannot go on says why in one sentence', () => {
  test('port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await expectRefusal(
      { LEADLINE_PORT: String(port) },
      /Port \d+ on 127\.0\.0\.1 is in use: .*LEADLINE_PORT/,
    );
    other.close();
  });

  test.each([
    ['LEADLINE_PORT', 'http', /LEADLINE_PORT is "http": set it to a port number/],
    ['LEADLINE_PORT', '70000', /LEADLINE_PORT is "70000"/],
    ['LEADLINE_HOST', 'not an address', /LEADLINE_HOST is "not an address"/],
    ['LEADLINE_HOST', '192.0.2.1', /no address 192\.0\.2\.1 to listen on .*LEADLINE_HOST/],
    ['LEADLINE_PUBLIC_URL', 't.example.com', /LEADLINE_PUBLIC_URL must be an address such as https/],
    ['LEADLINE_SECRET', 'short', /LEADLINE_SECRET must be 16 or more/],
    ['CLICKHOUSE_URL', 'localhost', /CLICKHOUSE_URL must be the HTTP address/],
    [
      'CLICKHOUSE_URL',
      'http://127.0.0.1:9',
      /ClickHouse at 127\.0\.0\.1:9 does not answer: start it or correct CLICKHOUSE_URL/,
    ],
    ['CLICKHOUSE_DATABASE', 'a b', /CLICKHOUSE_DATABASE is "a b"/],
    ['CLICKHOUSE_CLUSTER', 'main', /CLICKHOUSE_CLUSTER is set/],
  ])('%s=%s', async (name, value, sentence) => {
    await expectRefusal({ [name]: value }, sentence);
  });

  test('a CLICKHOUSE_URL that is some other server', async () => {
    const other = createHttpServer((_request, response) => response.end('hello')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await expectRefusal(
      { CLICKHOUSE_URL: `http://127.0.0.1:${port}` },
      /CLICKHOUSE_URL is not a ClickHouse server/,
    );
    other.close();
  });

  test.runIf(existsSync('/proc'))('a data folder where nobody can make one', async () => {
    await expectRefusal({ LEADLINE_DATA: '/proc/leadline' }, /cannot be written/);
  });

  test('a data folder that cannot be written', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    await expectRefusal(
      { LEADLINE_DATA: join(file, 'data') },
      /data folder .* cannot be written .*LEADLINE_DATA/,
    );
  });
});

test('a variable that only looks like one of ours is named and ignored', async () => {
  const instance = await startInstance({ env: { LEADLINE_PROT: '1' } });
  await instance.stop();
  expect(instance.output()).toContain('LEADLINE_PROT is not a variable of Leadline and is ignored.');
});

test('background work is done by itself, and at once where it is asked for', async () => {
  const instance = await startInstance();
  const ends = async () => {
    const path = '/v1/query/jobs?site=demo&job=note_unaudited';
    const { rows } = await instance.get<{ rows: { errors: string[] }[] }>(path);
    return rows[0]?.errors;
  };
  await until(ends, (found) => found?.length === 1);
  const headers = { Authorization: `Bearer ${instance.adminKey}` };
  const body = JSON.stringify({ job: 'note_unaudited' });
  const { status } = await fetch(`${instance.url}/v1/jobs`, { method: 'POST', headers, body });
  expect(status).toBe(202);
  await until(ends, (found) => found?.length === 2);
  expect(await ends()).toEqual(['', '']);
  await instance.stop();
});

test('a first start prints a link that signs in, where somebody sits at a terminal', async () => {
  const instance = await startInstance({ env: { LEADLINE_ADMIN_KEY: '' }, terminal: true });
  const link = /Sign in\s+(\S+)#key=([\w-]+)/.exec(instance.output());
  expect(link?.[1]).toBe(`${instance.url}/`);
  const session = await fetch(`${instance.url}/v1/session`, {
    method: 'POST',
    body: JSON.stringify({ key: link?.[2] }),
  });
  expect(session.status).toBe(204);
  // On plain http, for the loopback: no browser would take a cookie that wants more.
  expect(session.headers.get('set-cookie')).toMatch(/^leadline_session=(?!.*Secure)/);
  expect(instance.output()).toContain(`Demo site   ${instance.url}/demo/`);
  await instance.stop();
});

test('and nowhere else: what goes into a file or a pipe has the name of the key’s file, and no secret', async () => {
  const instance = await startInstance({ env: { LEADLINE_ADMIN_KEY: '' } });
  const file = join(instance.dataDir, 'admin-key');
  const key = (await readFile(file, 'utf8')).trim();
  expect(instance.output()).toContain(`with the key in ${file}`);
  expect(key.length).toBeGreaterThan(15);
  for (const name of await readdir(instance.dataDir, { withFileTypes: true })) {
    if (!name.isFile()) continue;
    const text = (await readFile(join(instance.dataDir, name.name), 'utf8')).trim();
    if (/^[\w-]{16,}$/.test(text)) expect(instance.output()).not.toContain(text);
  }
  const first = { name: 'Ada', email: 'ada@example.com', password: 'correct horse battery' };
  const setUp = (body: object) =>
    fetch(`${instance.url}/v1/setup`, { method: 'POST', body: JSON.stringify(body) });
  expect((await setUp(first)).status).toBe(401);
  expect((await setUp({ ...first, key })).status).toBe(204);
  await instance.stop();
});

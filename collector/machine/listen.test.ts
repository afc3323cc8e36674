import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { ConfigError } from '../config.js';
import { starting } from '../http/starting.js';
import { listen } from './listen.js';

it('takes a free port', async () => {
  const server = createServer();
  expect(await listen(server, { port: 0, host: '127.0.0.1' })).toBeGreaterThan(0);
  server.close();
});

it('says what to do about a port in use', async () => {
  const server = createServer();
  const port = await listen(server, { port: 0, host: '127.0.0.1' });
  const second = listen(createServer(), { port, host: '127.0.0.1' });
  await expect(second).rejects.toThrow(
    new ConfigError(
      `Port ${port} on 127.0.0.1 is in use: stop the other program, or set LEADLINE_PORT to another port.`,
    ),
  );
  server.close();
});

it.each(['192.0.2.1', 'no-such-host.invalid'])('says what to do about %s', async (host) => {
  await expect(listen(createServer(), { port: 0, host })).rejects.toThrow(
    new RegExp(`^This machine has no address ${host} to listen on \\(\\w+\\): set LEADLINE_HOST`),
  );
});

it('answers "starting" until the parts are up, but is alive', async () => {
  expect((await starting(new Request('http://a.test/healthz'))).status).toBe(200);
  const response = await starting(new Request('http://a.test/'));
  expect(response.status).toBe(503);
  expect(response.headers.get('Retry-After')).toBe('5');
  expect(await response.json()).toMatchObject({ error: { code: 'starting' } });
  const events = await starting(new Request('http://a.test/v1/events', { method: 'POST' }));
  expect(events.headers.get('Access-Control-Allow-Origin')).toBe('*');
});

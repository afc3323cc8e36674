import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserBatch } from '../../schemas/batch.js';

/** An event as it arrived, with the visitor of its batch. */
export type Arrived = Record<string, unknown> & { id: string; type: string; ts: number; visitor: string };

/** How the collector of a test answers; undefined hangs up without an answer. */
export type Answer = { status: number; headers?: Record<string, string> } | undefined;

/** A site and, on another origin as in real life, the collector that its script talks to. */
export interface TestSite {
  /** Of the site, such as `http://localhost:1234`. */
  origin: string;
  /** Of the collector: the scripts as built, the module as `/npm.mjs`, and `POST /v1/events`. */
  host: string;
  /** The script tag as a site owner would paste it. */
  tag(attributes?: string): string;
  /** Serves a page under a path from now on. */
  page(path: string, html: string): void;
  batches: BrowserBatch[];
  /** The requests of forms, handled by the site itself. */
  posts: string[];
  /** What arrived, each event once however often it was delivered. */
  events(type?: string): Arrived[];
  answer: (batch: BrowserBatch) => Answer;
  close(): Promise<void>;
}

/** Undefined when the browser went away in the middle of it. */
const body = async (request: IncomingMessage): Promise<string | undefined> => {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  } catch {
    return undefined;
  }
};

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

export const html = (content: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title>${head}</head><body>${content}</body></html>`;

/** Starts both servers on free ports of the loopback. */
export async function startTestSite(): Promise<TestSite> {
  const pages = new Map<string, string>();
  const site = createServer(async (request, response) => {
    const path = new URL(request.url ?? '', 'http://localhost').pathname;
    if (request.method === 'POST') {
      const post = await body(request);
      if (post === undefined) return;
      test.posts.push(post);
    }
    response.setHeader('content-type', path.endsWith('.js') ? 'text/javascript' : 'text/html');
    response.end(pages.get(path) ?? html(`<h1>${path}</h1>`));
  });
  const collector = createServer(async (request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-expose-headers', 'retry-after');
    if (request.url !== '/v1/events') {
      const [path = ''] = (request.url ?? '').split('?');
      const file = path.endsWith('.mjs')
        ? `dist/npm${path === '/npm.mjs' ? '/leadline.mjs' : path}`
        : `dist/public${path}`;
      response.setHeader('content-type', 'text/javascript');
      response.statusCode = existsSync(file) ? 200 : 404;
      response.end(existsSync(file) ? readFileSync(file) : '');
      return;
    }
    const text = await body(request);
    if (text === undefined) return;
    const batch: BrowserBatch = JSON.parse(text);
    const answer = test.answer(batch);
    if (!answer) {
      request.socket.destroy();
      return;
    }
    test.batches.push(batch);
    response.writeHead(answer.status, answer.headers);
    response.end(
      JSON.stringify(
        answer.status < 400
          ? { accepted: batch.events.length, rejected: [] }
          : { error: { code: 'batch_invalid', message: 'The batch is not valid.' } },
      ),
    );
  });
  const origin = `http://localhost:${await listen(site)}`;
  const host = `http://127.0.0.1:${await listen(collector)}`;
  const accepted = new Map<string, Arrived>();
  const test: TestSite = {
    origin,
    host,
    tag: (attributes = 'data-site="demo"') =>
      `<script async src="${host}/leadline.js" ${attributes}></script>`,
    page: (path, html) => pages.set(path, html),
    batches: [],
    posts: [],
    events(type) {
      for (const { visitor, events } of test.batches) {
        for (const event of events) {
          if (!accepted.has(event.id)) accepted.set(event.id, { ...event, visitor } as Arrived);
        }
      }
      return [...accepted.values()]
        .filter((event) => !type || event.type === type)
        .sort((a, b) => a.ts - b.ts);
    },
    answer: () => ({ status: 202 }),
    async close() {
      for (const server of [site, collector]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
  return test;
}

// Serves an example as a site of its own: `node examples/serve.mjs react`, and a port if 8081 is taken.
// It stands in for what your project has anyway: a bundler, a web server and something that takes its forms.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compileScript, parse } from 'vue/compiler-sfc';

/** The address of Leadline that the examples name: where `npm start` has it. */
const LEADLINE = 'http://127.0.0.1:8080';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.jsx': 'text/javascript',
  '.svg': 'image/svg+xml',
};

/** Single-file components; @vitejs/plugin-vue and vue-loader do this in a project of your own. */
const vue = {
  name: 'vue',
  setup({ onLoad }) {
    onLoad({ filter: /\.vue$/ }, async ({ path }) => {
      const { descriptor, errors } = parse(await readFile(path, 'utf8'), { filename: path });
      if (errors[0]) throw errors[0];
      const { content } = compileScript(descriptor, { id: path, inlineTemplate: true });
      return { contents: content, loader: 'js' };
    });
  },
};

const bundle = async (entry) => {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    minify: true,
    jsx: 'automatic',
    // The settings of this repository are for the dashboards, which are written with Preact.
    tsconfigRaw: {},
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    plugins: [vue],
  });
  return outputFiles[0].text;
};

/**
 * Serves the folder of an example on the loopback; anything posted to `/api/…` is accepted and kept.
 *
 * @param {string} name of the folder
 * @param {{ port?: number, leadline?: string }} [options] a free port when left out; the origin of Leadline
 */
export async function serveExample(name, { port = 0, leadline = LEADLINE } = {}) {
  const folder = fileURLToPath(new URL(name, import.meta.url));
  const entry = ['main.jsx', 'main.js'].find((file) => existsSync(join(folder, file)));
  const bundled = entry && (await bundle(join(folder, entry)));
  /** @type {string[]} */
  const posts = [];

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname.startsWith('/api/')) {
      let body = '';
      for await (const chunk of request.setEncoding('utf8')) body += chunk;
      posts.push(body);
      response.writeHead(204).end();
      return;
    }
    // Every address of a single-page app is its one page.
    const file = extname(pathname) ? pathname.slice(1) : 'index.html';
    try {
      const text = file === entry ? bundled : await readFile(join(folder, file), 'utf8');
      response.setHeader('content-type', TYPES[extname(file)] ?? 'text/plain');
      response.end(text.replaceAll(LEADLINE, leadline));
    } catch {
      response.writeHead(404).end('Not found');
    }
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    posts,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , name = '', port = '8081'] = process.argv;
  if (!/^[\w-]+$/.test(name) || !existsSync(new URL(`${name}/index.html`, import.meta.url))) {
    console.error('Which one? Such as: node examples/serve.mjs react');
    process.exit(1);
  }
  const { url } = await serveExample(name, { port: Number(port) });
  console.log(`The example is at ${url}/

Leadline takes events only from the addresses that you allow:
add ${url} on ${LEADLINE}/install`);
}

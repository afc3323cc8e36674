import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDisplay } from './display.js';
import { type Engine, PATIENCE_MS } from './engine.js';
import { engines } from './installed.mjs';
import { startProgram } from './program.js';
import { ENTER, isReady, openSession } from './webdriver.js';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** WebKitGTK's small browser by its WebDriver, which needs a display. */
export async function startWebKit(): Promise<Engine> {
  const { driver, xvfb } = engines.WebKit.find() as { driver: string; xvfb: string };
  const profile = mkdtempSync(join(tmpdir(), 'leadline-webkit-'));
  const display = await startDisplay(xvfb);
  const port = await freePort();
  const program = startProgram(driver, [`--port=${port}`, '--host=127.0.0.1'], {
    DISPLAY: display.display,
    GDK_BACKEND: 'x11',
    // Its sandbox is made with namespaces, which root in a container may not have.
    ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
    // Nothing of whoever runs the tests is read, nor written.
    HOME: profile,
    XDG_CACHE_HOME: profile,
    XDG_CONFIG_HOME: profile,
    XDG_DATA_HOME: profile,
  });
  // Nobody reads what it says, which must not fill up.
  program.process.stdout?.resume();
  const end = async () => {
    await program.end();
    await display.end();
    rmSync(profile, { recursive: true, force: true, maxRetries: 20 });
  };
  try {
    const address = `http://127.0.0.1:${port}`;
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await isReady(address))) {
      if (program.process.exitCode !== null || Date.now() > deadline)
        throw new Error(`${driver} does not answer.`);
      await sleep(50);
    }
    const session = await openSession(address, {
      timeouts: { pageLoad: PATIENCE_MS, script: PATIENCE_MS },
    });
    const first = await session.handle();
    return {
      async newTab() {
        await session.choose(first);
        await session.choose(await session.newTab());
        return {
          open: session.open,
          click: session.click,
          async fill(selector, text) {
            await session.clear(selector);
            await session.type(selector, text);
          },
          pressEnter: (selector) => session.type(selector, ENTER),
          evaluate: session.evaluate,
          async close() {
            await session.closeTab();
            await session.choose(first);
          },
        };
      },
      async close() {
        await session.close();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

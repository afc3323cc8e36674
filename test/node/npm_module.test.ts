import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A project of an owner's, with the package as it would be installed. */
let project: string;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'leadline-npm-'));
  // The declarations, which the tests' build leaves out.
  spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '--project', 'sdk/tsconfig.json']);
  mkdirSync(join(project, 'node_modules'));
  symlinkSync(resolve('.'), join(project, 'node_modules/leadline'));
  writeFileSync(join(project, 'package.json'), '{"type":"module"}');
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

const bundle = async (code: string): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: project },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
};

describe('the npm module', () => {
  it.each(['bundler', 'nodenext'])(
    'has types that take what is right and refuse what is not (%s)',
    (moduleResolution) => {
      writeFileSync(
        join(project, 'use.ts'),
        `import { consent, conversion, form, identify, init, type Options, type Order, reset, track } from 'leadline';
const options: Options = { site: 'demo', host: 'https://t.example.com', consent: 'required', hashRoutes: true, linker: 'shop.example' };
init(options);
track('video_played', { seconds: 40, tags: ['a'] });
identify({ email: 'ada@example.com', plan: 'team' });
const order: Order = { orderId: 'A-17', value: '49.90', currency: 'EUR', lines: [{ product: 'p', price: 12.5, quantity: 2 }] };
conversion(order);
form(document.body);
consent('granted');
reset();
// @ts-expect-error a site is needed
init({ host: 'https://t.example.com' });
// @ts-expect-error and a host
init({ site: 'demo' });
// @ts-expect-error there is no such choice
consent('maybe');
// @ts-expect-error an event has a name
track();
// @ts-expect-error props are an object
track('x', 'y');
// @ts-expect-error a line names its product
conversion({ lines: [{ price: 1 }] });
// @ts-expect-error an amount is a number or a decimal string
conversion({ value: true });
// @ts-expect-error an element, not a selector
form('#quote');
// @ts-expect-error what is not exported is nobody's business
import { commands } from 'leadline';
`,
      );
      const strict = ['--strict', '--exactOptionalPropertyTypes', '--noEmit', '--types', ''];
      const target = [
        '--target',
        'es2022',
        '--module',
        moduleResolution === 'bundler' ? 'esnext' : 'nodenext',
      ];
      const tsc = resolve('node_modules/typescript/bin/tsc');
      const { stdout, status } = spawnSync(
        process.execPath,
        [tsc, ...strict, ...target, '--moduleResolution', moduleResolution, 'use.ts'],
        { cwd: project, encoding: 'utf8' },
      );
      expect(stdout).toBe('');
      expect(status).toBe(0);
    },
  );

  it('does nothing on a server', () => {
    const { stderr, status } = spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { init, track } from 'leadline'; init({ site: 'demo', host: 'https://t.example.com' }); track('x');`,
      ],
      { cwd: project, encoding: 'utf8' },
    );
    expect([stderr, status]).toEqual(['', 0]);
  });

  it('leaves out of a bundle what is not used', async () => {
    const whole = await bundle(
      `import { init } from 'leadline'; init({ site: 'demo', host: 'https://t.example.com' })`,
    );
    const calls = await bundle(`import { track } from 'leadline'; track('x')`);
    const nothing = await bundle(`import 'leadline'`);
    expect(whole.length).toBeGreaterThan(5_000);
    expect(calls.length).toBeLessThan(1_000);
    expect(nothing.trim()).toBe('');
  });
});

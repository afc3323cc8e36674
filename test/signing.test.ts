import { execFile, execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { signing } from '../dashboards/pages/sites/signing.js';

const docs = readFileSync('docs/identity.md', 'utf8');
const secret = 'e1'.repeat(32);
const customer = 'Müşteri 4711';

/** How each language is given its program, with a customer before the snippet and the signature printed after it. */
const programs: Record<string, [command: string, args: string[], program: (code: string) => string]> = {
  Node: [
    process.execPath,
    ['--input-type=module', '--eval'],
    (code) => `const customerId = '${customer}';\n${code}\nconsole.log(signature);`,
  ],
  PHP: ['php', ['-r'], (code) => `$customerId = '${customer}';\n${code}\necho $signature;`],
  Python: ['python3', ['-c'], (code) => `customer_id = "${customer}"\n${code}\nprint(signature)`],
};

function isHere(command: string): boolean {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe.each(signing)('signing in $language', ({ language, code }) => {
  const [command, args, program] = programs[language] ?? ['', [], String];

  it('is in the docs as the page has it', () => expect(docs).toContain(`${language}\n${code}\n\`\`\``));

  // Where the language is not here, its snippet cannot run.
  if (!isHere(command)) return;

  it('makes what the collector compares with', async () => {
    const env = { ...process.env, LEADLINE_IDENTITY_SECRET: secret, PYTHONIOENCODING: 'utf-8' };
    const { stdout } = await promisify(execFile)(command, [...args, program(code)], { env });
    expect(stdout.trim()).toBe(createHmac('sha256', secret).update(customer).digest('hex'));
  });
});

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startInstance } from '../instance.js';

test('the script of this build and of earlier ones can be pinned', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'leadline-'));
  const { file } = JSON.parse(await readFile('dist/public/leadline.json', 'utf8')) as { file: string };
  const instance = await startInstance({ dataDir });
  try {
    const kept = await readFile(join(dataDir, 'scripts', file), 'utf8');
    expect(await (await fetch(`${instance.url}/${file}`)).text()).toBe(kept);
    const earlier = 'leadline.0123456789ab.js';
    await writeFile(join(dataDir, 'scripts', earlier), '/* earlier */');
    const response = await fetch(`${instance.url}/${earlier}`, { headers: { Origin: 'https://shop.test' } });
    expect(await response.text()).toBe('/* earlier */');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': expect.stringMatching(/javascript/),
    });
  } finally {
    await instance.stop();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
  }
});

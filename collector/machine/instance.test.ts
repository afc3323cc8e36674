import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../config.js';
import { temporaryFolder } from '../store/testing.js';
import { fileSnapshot, keptSecret, openDataFolder } from './instance.js';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const modeOf = (...path: string[]) => statSync(join(folder.path, ...path)).mode & 0o777;

describe('openDataFolder', () => {
  it('makes the folder for its owner alone', async () => {
    await openDataFolder(join(folder.path, 'a', 'data'));
    expect(modeOf('a', 'data')).toBe(0o700);
  });
  it('says what to do about a place where no folder can be', async () => {
    writeFileSync(join(folder.path, 'file'), '');
    const opening = openDataFolder(join(folder.path, 'file', 'data'));
    await expect(opening).rejects.toThrow(/cannot be written \(ENOTDIR\): .*LEADLINE_DATA/);
    await expect(opening).rejects.toBeInstanceOf(ConfigError);
    await expect(openDataFolder(join(folder.path, 'file'))).rejects.toThrow(ConfigError);
  });
});

describe('keptSecret', () => {
  it('is made once, at random, for its owner alone', async () => {
    const first = await keptSecret(folder.path, 'secret');
    expect(first).toEqual({ value: expect.stringMatching(/^[\w-]{32}$/), isNew: true });
    expect(await keptSecret(folder.path, 'secret')).toEqual({ value: first.value, isNew: false });
    expect((await keptSecret(folder.path, 'other')).value).not.toBe(first.value);
    expect(modeOf('secret')).toBe(0o600);
    expect(readdirSync(folder.path).sort()).toEqual(['other', 'secret']);
  });
  it('may be written by hand', async () => {
    writeFileSync(join(folder.path, 'admin-key'), ' mine \n');
    expect(await keptSecret(folder.path, 'admin-key')).toEqual({ value: 'mine', isNew: false });
  });
  it('is kept from others even where a half-made one was left open to them', async () => {
    writeFileSync(join(folder.path, 'secret.new'), 'half', { mode: 0o644 });
    await keptSecret(folder.path, 'secret');
    expect(modeOf('secret')).toBe(0o600);
  });
  it('says which file cannot be read', async () => {
    await openDataFolder(join(folder.path, 'secret'));
    await expect(keptSecret(folder.path, 'secret')).rejects.toThrow(/secret cannot be read \(EISDIR\)/);
  });
});

describe('fileSnapshot', () => {
  const sites = [{ id: 'demo', name: 'Demo', origins: ['self'], timeZone: 'UTC', currency: 'EUR' }];
  it('gives back what was saved', async () => {
    const snapshot = fileSnapshot(folder.path, 'sites');
    expect(await snapshot.load()).toBeUndefined();
    await snapshot.save(sites);
    expect(await snapshot.load()).toEqual(sites);
    expect(modeOf('sites.json')).toBe(0o600);
    expect(JSON.parse(readFileSync(join(folder.path, 'sites.json'), 'utf8'))).toEqual(sites);
  });
});

import { expect, it } from 'vitest';
import { thisPlatform, unsupported } from './platform.js';

it.each([
  [{ platform: 'linux', arch: 'x64', glibc: true }, undefined],
  [{ platform: 'darwin', arch: 'arm64', glibc: false }, undefined],
  [{ platform: 'win32', arch: 'x64', glibc: false }, 'Windows'],
  [{ platform: 'linux', arch: 'x64', glibc: false }, 'glibc'],
  [{ platform: 'linux', arch: 'ppc64', glibc: true }, 'ppc64'],
  [{ platform: 'freebsd', arch: 'x64', glibc: false }, 'freebsd'],
])('%o', (platform, reason) => {
  const sentence = unsupported(platform);
  if (reason === undefined) expect(sentence).toBeUndefined();
  else expect(sentence).toMatch(new RegExp(`${reason}.*CLICKHOUSE_URL`));
});

it('knows the machine that it runs on', () => {
  expect(thisPlatform()).toMatchObject({ platform: process.platform, arch: process.arch });
});

import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LeadlineError } from '../errors.js';
import { unpack } from './encoding.js';

const pack = { br: brotliCompressSync, deflate: deflateSync, gzip: gzipSync, 'X-GZIP': gzipSync };
const each = Object.entries(pack);

describe('unpack', () => {
  it.each(each)('reads %s', async (encoding, compress) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5_000 }), async (bytes) => {
        expect(new Uint8Array(await unpack(compress(bytes), encoding, 5_000))).toEqual(bytes);
      }),
      { numRuns: 30 },
    );
  });

  it.each(each)('stops at the limit, not beyond it, in %s', async (encoding, compress) => {
    const bomb = compress(new Uint8Array(50_000_000));
    expect(bomb.byteLength).toBeLessThan(60_000);
    await expect(unpack(bomb, encoding, 1_000)).rejects.toMatchObject({
      code: 'body_too_large',
      status: 413,
    });
    expect(await unpack(compress(new Uint8Array(1_000)), encoding, 1_000)).toHaveLength(1_000);
    await expect(unpack(compress(new Uint8Array(1_001)), encoding, 1_000)).rejects.toMatchObject({
      code: 'body_too_large',
    });
  });

  it.each(each)('refuses what is not %s, or is cut short', async (encoding, compress) => {
    const whole = compress(Buffer.from(JSON.stringify({ text: 'a batch of events'.repeat(20) })));
    for (const bytes of [Buffer.from('{}'), Buffer.from(''), whole.subarray(0, -9), whole.subarray(3)]) {
      const error = await unpack(bytes, encoding, 1_000).catch((error) => error);
      expect(error).toBeInstanceOf(LeadlineError);
      expect(error).toMatchObject({ code: 'body_not_readable', status: 400 });
    }
  });

  it.each(['zstd', 'compress', 'gzip, gzip', 'constructor', '__proto__', '*'])(
    'says of %s what could be sent instead',
    async (encoding) => {
      const error = await unpack(Buffer.from('{}'), encoding, 1_000).catch((error) => error);
      expect(error).toMatchObject({ code: 'encoding_unsupported', status: 415 });
      expect((error as LeadlineError).headers).toEqual({ 'Accept-Encoding': 'br, deflate, gzip' });
    },
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { frame, readFrames } from './frames.js';

const payloads = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('xLLQ1LLQ1')), {
  minLength: 1,
  maxLength: 8,
});
const textsOf = (log: Buffer) =>
  [...readFrames(log)].flatMap((part) => ('payload' in part ? [String(part.payload)] : []));
const damagedBytesOf = (log: Buffer) =>
  [...readFrames(log)].reduce((sum, part) => sum + ('damagedBytes' in part ? part.damagedBytes : 0), 0);

it('gives back what was written', () => {
  fc.assert(
    fc.property(payloads, (texts) => {
      const log = Buffer.concat(texts.map(frame));
      expect(textsOf(log)).toEqual(texts);
      expect(damagedBytesOf(log)).toBe(0);
    }),
  );
});

it('keeps the whole frames before a cut, and tells of the rest', () => {
  fc.assert(
    fc.property(payloads, fc.nat(), (texts, at) => {
      const frames = texts.map(frame);
      const log = Buffer.concat(frames);
      const cut = at % (log.length + 1);
      const lengthOf = (count: number) => Buffer.concat(frames.slice(0, count)).length;
      const whole = texts.filter((_, index) => lengthOf(index + 1) <= cut);
      const kept = lengthOf(whole.length);
      expect(textsOf(log.subarray(0, cut))).toEqual(whole);
      expect(damagedBytesOf(log.subarray(0, cut))).toBe(cut - kept);
    }),
  );
});

it('loses at most the frame in which a bit was flipped, and tells', () => {
  fc.assert(
    fc.property(payloads, fc.nat(), fc.nat(7), (texts, at, bit) => {
      const frames = texts.map(frame);
      const log = Buffer.concat(frames);
      const position = at % log.length;
      log.writeUInt8(log.readUInt8(position) ^ (1 << bit), position);
      let start = 0;
      const others = texts.filter((_, index) => {
        const end = start + (frames[index]?.length ?? 0);
        const isHit = position >= start && position < end;
        start = end;
        return !isHit;
      });
      expect(textsOf(log)).toEqual(others);
      expect(damagedBytesOf(log)).toBeGreaterThan(0);
    }),
  );
});

it('finds what follows any rubbish', () => {
  fc.assert(
    fc.property(payloads, fc.uint8Array({ maxLength: 50 }), (texts, rubbish) => {
      const log = Buffer.concat([rubbish, ...texts.map(frame)]);
      expect(textsOf(log).slice(-texts.length)).toEqual(texts);
    }),
  );
});

it('reads a tail of zeros, as a power cut leaves it', () => {
  const log = Buffer.concat([frame('whole'), Buffer.alloc(5_000)]);
  expect(textsOf(log)).toEqual(['whole']);
  expect(damagedBytesOf(log)).toBe(5_000);
});

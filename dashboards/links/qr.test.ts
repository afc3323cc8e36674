import { expect, it } from 'vitest';
import { qrSquares, qrSvg } from './qr.js';

it('a QR code has four squares of white around it, and its three corners', () => {
  const rows = qrSquares('https://t.example.com/l/ZGVtbwpzcHJpbmc');
  const size = rows.length;
  const line = (y: number, from: number) => rows[y]?.slice(from, from + 7);
  for (const [y, x] of [
    [4, 4],
    [4, size - 11],
    [size - 11, 4],
  ] as const)
    expect(line(y, x)).toEqual(Array(7).fill(true));
  for (const edge of [0, 1, 2, 3, size - 1, size - 4]) expect(rows[edge]?.some(Boolean)).toBe(false);
  expect(rows.every((row) => row.length === size && !row.slice(0, 4).some(Boolean))).toBe(true);
  expect(qrSvg('x')).toMatch(/^<svg [^>]*viewBox="0 0 29 29"/);
});

import { encode } from 'uqr';

/** Without so much white around it cameras do not find it (ISO/IEC 18004). */
const QUIET = 4;

/** The squares of a QR code, row by row, with the white around it. Some of it may be dirty: level M. */
export const qrSquares = (text: string): readonly (readonly boolean[])[] =>
  encode(text, { ecc: 'M', border: QUIET }).data;

export function qrSvg(text: string): string {
  const rows = qrSquares(text);
  const path = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  const size = rows.length;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path.join('')}"/></svg>`;
}

/** Pixels of a square: sharp in print at some centimetres. */
const SQUARE = 16;

export function qrPng(text: string): Promise<Blob | null> {
  const rows = qrSquares(text);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = rows.length * SQUARE;
  const context = canvas.getContext('2d');
  if (!context) return Promise.resolve(null);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  rows.forEach((row, y) => {
    row.forEach((isDark, x) => {
      if (isDark) context.fillRect(x * SQUARE, y * SQUARE, SQUARE, SQUARE);
    });
  });
  return new Promise((resolve) => canvas.toBlob(resolve));
}

import type { Encoding } from '../../schemas/entities/import_words.js';

/** Letters of Turkish in windows-1254 (ğ, ı, ş and their capitals), where windows-1252 has Icelandic ones. */
const TURKISH: ReadonlySet<number> = new Set([0xd0, 0xdd, 0xde, 0xf0, 0xfd, 0xfe]);
/** Æ and æ, without which hardly a line of Icelandic is written, and which Turkish has not. */
const ICELANDIC: ReadonlySet<number> = new Set([0xc6, 0xe6]);
/** Of a file without a mark so much is looked at for the zeros of UTF-16. */
const LOOKED_AT = 4_096;

/** How a file is written, as far as its bytes tell. Where they may be several, whoever sends it can say. */
export function encodingOf(bytes: Uint8Array): Encoding {
  const [one, two, three] = bytes;
  if (one === 0xef && two === 0xbb && three === 0xbf) return 'utf-8';
  if (one === 0xff && two === 0xfe) return 'utf-16le';
  if (one === 0xfe && two === 0xff) return 'utf-16be';
  const begin = bytes.subarray(0, LOOKED_AT);
  const zeros = [0, 0];
  for (const [at, byte] of begin.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) > begin.length / 8) return odd > even ? 'utf-16le' : 'utf-16be';
  if (isUtf8(bytes)) return 'utf-8';
  return bytes.some((byte) => TURKISH.has(byte)) && !bytes.some((byte) => ICELANDIC.has(byte))
    ? 'windows-1254'
    : 'windows-1252';
}

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (const slice of slices(bytes)) decoder.decode(slice, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** Bytes that are read in one go, while nothing else is done. */
const SLICE = 128 * 1024;

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += SLICE) yield bytes.subarray(from, from + SLICE);
}

/** The text of a file in pieces; what cannot be read becomes U+FFFD. A mark at its beginning is none of it. */
export function* textOf(bytes: Uint8Array, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (const slice of slices(bytes)) yield decoder.decode(slice, { stream: true });
  yield decoder.decode();
}

const SUFFIX_LENGTH = 6;

/**
 * An id for a new key: its name as far as plain letters go, so that the key tells in a log what it is for, and something
 * random, so that no other key has it.
 *
 * @example keyIdOf('Shop backend') // 'shop-backend-4kq1zd'
 */
export function keyIdOf(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .match(/[a-z0-9]+/g);
  const random = Array.from(crypto.getRandomValues(new Uint8Array(SUFFIX_LENGTH)), (byte) =>
    (byte % 36).toString(36),
  );
  return `${(words ?? ['key']).join('-').slice(0, 40)}-${random.join('')}`;
}

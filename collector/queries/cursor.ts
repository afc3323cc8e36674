import type { Position } from '../../schemas/lists/order.js';

/** The list that a cursor belongs to: it goes on in no other one. */
export interface ListName {
  query: string;
  sort: string;
  order: string;
}

const nameOf = ({ query, sort, order }: ListName) => `${query} ${sort} ${order}`;

/** Opaque to callers, and fit for an address. */
export function encodeCursor(list: ListName, { value, key }: Position): string {
  const bytes = new TextEncoder().encode(JSON.stringify([nameOf(list), value, key]));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** @returns undefined for a text that is no cursor of this list */
export function decodeCursor(list: ListName, text: string): Position | undefined {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
      char.charCodeAt(0),
    );
    const [name, value, key] = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(bytes),
    ) as unknown[];
    const isValue = typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
    if (name === nameOf(list) && isValue && typeof key === 'string') return { value, key };
  } catch {
    // Whatever is wrong with it, the answer is the same.
  }
  return undefined;
}

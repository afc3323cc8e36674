/** As `schemas/entities/origin.ts` has it, which has the last word. */
const ORIGIN =
  /^https?:\/\/(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$|^https?:\/\/\[[0-9a-f:]+\](:\d{1,5})?$/;

/** Whether a text is one web origin, letter for letter: nothing cleaned up, no "null", no path, no asterisk. */
export const isOrigin = (text: string) =>
  URL.canParse(text) && new URL(text).origin === text && ORIGIN.test(text) && !text.includes('*');

/**
 * Makes an origin of what people type or paste: `Example.com`, `https://example.com/shop?x=1`.
 *
 * @returns undefined for what cannot be one
 * @example toOrigin('www.example.com/shop') // 'https://www.example.com'
 */
export function toOrigin(text: string): string | undefined {
  const typed = text.trim();
  if (!typed || /\s/.test(typed)) return undefined;
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  // The asterisk is no letter of a host: some browsers refuse it, some percent-encode it.
  const starred = full.replace('://*.', '://');
  if (!URL.canParse(starred)) return undefined;
  const { origin } = new URL(starred);
  const result = starred === full ? origin : origin.replace('://', '://*.');
  return ORIGIN.test(result) ? result : undefined;
}

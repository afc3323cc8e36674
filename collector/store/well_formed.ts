/**
 * JSON whose texts are Unicode as a whole: half a surrogate pair, which a text cut in the middle of an emoji ends with,
 * becomes U+FFFD. ClickHouse refuses a whole insert for one, and cannot read it inside JSON that it holds either.
 */
export function wellFormedJson(value: unknown): string {
  const json = JSON.stringify(value);
  // JSON.stringify writes halves as escapes and all other characters as they are: few events need the second look.
  return json.includes('\\ud') ? JSON.stringify(value, mended) : json;
}

function mended(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return fullText(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  // The names of a form's fields are the sender's, too.
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [fullText(name), entry]));
}

const fullText = (text: string) => text.replace(/\p{Surrogate}/gu, '\uFFFD');

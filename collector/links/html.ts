import { Token, type TokenHandler, Tokenizer, TokenizerMode } from 'parse5';

/** An address of an e-mail: where it stands in its source, and what it says. */
export interface Address {
  /** Decoded, once. */
  value: string;
  start: number;
  end: number;
  quote: '"' | "'" | '';
  /** What is read of the link, its beginning. */
  text: string;
}

/** Characters of what is read that matter. */
const TEXT_MAX = 200;

/** Elements whose text is none of a document, and how it is read. */
const TEXTS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    ['style', 'xmp', 'iframe', 'noembed', 'noframes'].map((tag) => [tag, TokenizerMode.RAWTEXT]),
  ),
  ...Object.fromEntries(['title', 'textarea'].map((tag) => [tag, TokenizerMode.RCDATA])),
  script: TokenizerMode.SCRIPT_DATA,
  plaintext: TokenizerMode.PLAINTEXT,
};

/** Links, image maps, and buttons as Outlook draws them (VML). */
const isLink = (tag: string) => tag === 'a' || tag === 'area' || tag.startsWith('v:');

/** Outlook reads what stands in such a comment. */
const CONDITIONAL = /^\[if\b/i;
const COMMENT_BEGIN = '<!--'.length;
/** How deep such comments are read: each level reads the rest again. */
const DEPTH_MAX = 3;

/**
 * The addresses that an e-mail leads to, in their order. It is read as browsers tell tags apart, not put together into a
 * document: nothing that is broken is mended, and nothing is lost by being where it should not be.
 *
 * @param from where `html` begins in the whole
 * @param depth in how many comments it stands
 */
export function addressesIn(html: string, from = 0, depth = 0): Address[] {
  const found: Address[] = [];
  const ignore = () => undefined;
  let link: Address | undefined;
  const read = ({ chars }: { chars: string }) => {
    if (link && link.text.length < TEXT_MAX) link.text += chars.slice(0, TEXT_MAX);
  };
  const handler: TokenHandler = {
    onStartTag: (token) => {
      const { tagName, location } = token;
      const text = TEXTS[tagName];
      if (text !== undefined) tokenizer.state = text as typeof tokenizer.state;
      const place = isLink(tagName) ? location?.attrs?.href : undefined;
      if (!place) return;
      const span = spanOf(html.slice(place.startOffset, place.endOffset));
      if (!span) return;
      link = {
        value: Token.getTokenAttr(token, 'href') ?? '',
        start: from + place.startOffset + span.start,
        end: from + place.startOffset + span.end,
        quote: span.quote,
        text: '',
      };
      found.push(link);
    },
    onComment: ({ data, location }) => {
      if (!location || depth === DEPTH_MAX || !CONDITIONAL.test(data)) return;
      // As it stands in the source: what is read has other ends of lines.
      const begin = location.startOffset + COMMENT_BEGIN;
      for (const address of addressesIn(html.slice(begin, location.endOffset), from + begin, depth + 1))
        found.push(address);
    },
    onEndTag: ({ tagName }) => {
      if (isLink(tagName)) link = undefined;
    },
    ...{ onDoctype: ignore, onEof: ignore, onParseError: null },
    ...{ onCharacter: read, onNullCharacter: ignore, onWhitespaceCharacter: read },
  };
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, handler);
  tokenizer.write(html, true);
  return found;
}

/** Where the value of an attribute stands in its source; undefined where it has none. */
function spanOf(source: string): Pick<Address, 'start' | 'end' | 'quote'> | undefined {
  const [before] = /^[^=]*=\s*/.exec(source) ?? [];
  if (before === undefined) return undefined;
  const first = source[before.length];
  if (first === '"' || first === "'")
    return { start: before.length + 1, end: source.length - 1, quote: first };
  return { start: before.length, end: source.length, quote: '' };
}

/** The e-mail with other addresses in place of some of its own; every other byte stays as it is. */
export function withAddresses(
  html: string,
  addresses: readonly Address[],
  replace: (value: string) => string | undefined,
): string {
  const parts: string[] = [];
  let at = 0;
  for (const { value, start, end, quote } of addresses) {
    const other = replace(value);
    if (other === undefined) continue;
    parts.push(html.slice(at, start), encoded(other, quote));
    at = end;
  }
  parts.push(html.slice(at));
  return parts.join('');
}

/** For its own quoting. Without any, what would end the value has to be written otherwise. */
function encoded(address: string, quote: Address['quote']): string {
  const text = address.replaceAll('&', '&amp;');
  if (quote === '"') return text.replaceAll('"', '&quot;');
  if (quote === "'") return text.replaceAll("'", '&#39;');
  return text.replace(/[\s"'`<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

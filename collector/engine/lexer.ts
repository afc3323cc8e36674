/** `odd`: a character that only an unusual query has (heredoc, `#` comment, typographic quote, NUL …). */
export type TokenKind = 'word' | 'quoted' | 'string' | 'number' | 'symbol' | 'odd';

export interface Token {
  kind: TokenKind;
  /** Without its quotes for `quoted` and `string`; escapes are left as they are. */
  text: string;
  /** Offset after the token. */
  end: number;
}

const SIMPLE =
  /(?<skip>\s+|--[^\n]*)|(?<word>[A-Za-z_]\w*)|(?<number>0[xX][\da-fA-F]+|\d[\d_]*(?:\.\d*)?(?:[eE][-+]?\d+)?)|(?<symbol>[-+*/%=<>!(),.;:?[\]{}|&^@~])/y;

/**
 * The tokens of a statement, lazily, so that the megabytes of data behind an INSERT are never read. Quotes and
 * comments are scanned by hand: a regular expression overflows V8's stack on a literal of 20 MB.
 */
export function* tokens(sql: string): Generator<Token, void, undefined> {
  const simple = new RegExp(SIMPLE);
  for (let at = 0; at < sql.length; ) {
    const start = at;
    const first = sql.charAt(at);
    if (sql.startsWith('/*', at)) {
      at = commentEnd(sql, at);
    } else if (first === "'" || first === '"' || first === '`') {
      at = quoteEnd(sql, at);
      const closed = at - start > 1 && sql[at - 1] === first;
      const kind = !closed ? 'odd' : first === "'" ? 'string' : 'quoted';
      yield { kind, text: closed ? sql.slice(start + 1, at - 1) : first, end: at };
    } else {
      simple.lastIndex = at;
      const { word, number, symbol, skip } = simple.exec(sql)?.groups ?? {};
      at += (word ?? number ?? symbol ?? skip ?? first).length;
      if (skip === undefined) {
        const kind = word ? 'word' : number ? 'number' : symbol ? 'symbol' : 'odd';
        yield { kind, text: sql.slice(start, at), end: at };
      }
    }
  }
}

// Comments nest: one that opens another inside is unclosed for ClickHouse 26.7 until both are closed.
function commentEnd(sql: string, start: number): number {
  const mark = /\/\*|\*\//g;
  mark.lastIndex = start;
  let depth = 0;
  for (let match = mark.exec(sql); match; match = mark.exec(sql)) {
    depth += match[0] === '/*' ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
  return sql.length;
}

/** A backslash escapes what follows it, and a doubled quote stands for itself. */
function quoteEnd(sql: string, start: number): number {
  const quote = sql.charAt(start);
  const mark = new RegExp(`\\\\|${quote}`, 'g');
  mark.lastIndex = start + 1;
  for (let match = mark.exec(sql); match; match = mark.exec(sql)) {
    if (match[0] === '\\' || sql[mark.lastIndex] === quote) mark.lastIndex += 1;
    else return mark.lastIndex;
  }
  return sql.length;
}

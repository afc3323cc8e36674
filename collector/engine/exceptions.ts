/** An answer in ClickHouse's own words: its numeric code, its name, its text. */
export class QueryException extends Error {
  constructor(
    readonly code: number,
    readonly type: string,
    text: string,
  ) {
    super(`Code: ${code}. DB::Exception: ${text} (${type})`);
  }

  /** The HTTP status that ClickHouse's own handler gives this code. */
  get status(): number {
    return STATUS.get(this.code) ?? 500;
  }
}

const NAMES = {
  BAD_ARGUMENTS: 36,
  NOT_IMPLEMENTED: 48,
  SYNTAX_ERROR: 62,
  READONLY: 164,
  QUERY_WAS_CANCELLED: 394,
  TOO_MANY_SIMULTANEOUS_QUERIES: 202,
  ACCESS_DENIED: 497,
  AUTHENTICATION_FAILED: 516,
  CANNOT_DECOMPRESS: 271,
  TOO_LARGE: 307,
  UNKNOWN_ROLE: 511,
  SOCKET_TIMEOUT: 209,
  SESSION_NOT_FOUND: 372,
  SESSION_IS_LOCKED: 373,
  TOO_MANY_ROWS_OR_BYTES: 396,
  USER_SESSION_LIMIT_EXCEEDED: 700,
} as const;

/** @example throw exception('SYNTAX_ERROR', 'Multi-statements are not allowed.') */
export const exception = (name: keyof typeof NAMES, text: string) =>
  new QueryException(NAMES[name], name === 'TOO_LARGE' ? 'TOO_MANY_BYTES' : name, text);

/**
 * Reads `Code: 60. DB::Exception: … (UNKNOWN_TABLE)`. chdb repeats the prefix when an exception crossed its client
 * layer ("Code: 164. DB::Exception: Code: 164. …") and its synchronous calls add "Query failed: "; one prefix is kept. Text without a code is given ClickHouse's
 * UNKNOWN_EXCEPTION.
 */
export function parseException(message: string): QueryException {
  const { code, text } =
    /^(?:Query failed: )?(?:Code: \d+\. DB::\w*Exception: )*Code: (?<code>\d+)\. DB::(?<text>.*)$/s.exec(
      message,
    )?.groups ?? { code: '1002', text: `Exception: ${message}` };
  const body = (text ?? '').replace(/^\w*Exception: /, '');
  const type = /\(([A-Z][A-Z0-9_]{2,})\)\s*$/.exec(body)?.[1] ?? 'UNKNOWN_EXCEPTION';
  return new QueryException(Number(code), type, body.replace(/\s*\([A-Z][A-Z0-9_]{2,}\)\s*$/, ''));
}

const group = (status: number, ...codes: number[]) => codes.map((code): [number, number] => [code, status]);

// After `exceptionCodeToHTTPStatus` of ClickHouse's HTTP handler. Two differ on purpose: 516 is 401 rather than 403,
// so that browsers and BI tools ask for the password again, and 202 is 503, because it means "come back later".
const STATUS = new Map([
  ...group(401, 194, 516),
  ...group(403, 192, 193),
  ...group(
    400,
    6,
    26,
    27,
    36,
    38,
    41,
    43,
    53,
    56,
    62,
    69,
    72,
    117,
    130,
    131,
    167,
    168,
    223,
    321,
    456,
    457,
    636,
  ),
  ...group(404, 46, 47, 50, 60, 63, 73, 81, 115, 511),
  ...group(408, 159),
  ...group(413, 307),
  ...group(501, 48),
  ...group(503, 202, 209, 439),
]);

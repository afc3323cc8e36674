import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Body } from './body.js';
import { exception } from './exceptions.js';
import type { SessionRequest } from './sessions.js';

/** What a client asked, whatever way it was put: URL, headers, body or form. */
export interface QueryRequest {
  /** The statement, or its beginning: then `data` follows, after a line break if both have text. */
  query: string;
  data: Buffer;
  /** File with the data of an INSERT, where they are long. */
  dataPath: string | undefined;
  queryId: string;
  database: string | undefined;
  format: string | undefined;
  params: Record<string, string>;
  settings: Record<string, string>;
  session: SessionRequest | undefined;
  /** `wait_end_of_query=1`: the answer begins when the query has ended, with its true status. */
  isWhole: boolean;
}

// Parameters that are about the request rather than settings of ClickHouse; compression is the server's affair here.
const OWN = new Set([
  'query',
  'query_id',
  'database',
  'default_format',
  'user',
  'password',
  'enable_http_compression',
  'http_zlib_compression_level',
  'quota_key',
  'client_protocol_version',
  'stacktrace',
  'buffer_size',
  'wait_end_of_query',
  'session_id',
  'session_timeout',
  'session_check',
  'compress',
  'decompress',
  'role',
]);

// What would silently do something else than the client thinks: ClickHouse's own framing of compressed data. JDBC
// drivers, DBeaver's too, ask for it unless their property `compress` is false.
const FRAMED = ['compress', 'decompress'];

const NAME = /^[A-Za-z_]\w*$/;

/** @throws QueryException for a malformed name, or a feature that the embedded engine lacks */
export async function parseRequest(
  headers: IncomingMessage['headers'],
  url: URLSearchParams,
  body: Body,
): Promise<QueryRequest> {
  const form = /^multipart\/form-data/i.test(headers['content-type'] ?? '')
    ? await formFields(headers['content-type'] ?? '', body.bytes)
    : undefined;
  const fields = [...url, ...(form ?? [])];
  const params: Record<string, string> = {};
  const settings: Record<string, string> = {};
  for (const [name, value] of fields) {
    refuse(name, value);
    if (OWN.has(name)) continue;
    const parameter = name.startsWith('param_') ? name.slice('param_'.length) : undefined;
    if (!NAME.test(parameter ?? name)) throw exception('BAD_ARGUMENTS', `Bad parameter name '${name}'.`);
    if (parameter !== undefined) params[parameter] = value;
    else settings[name] = value;
  }
  const all = new Map(fields);
  const header = (name: string) => {
    const value = headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  const id = all.get('session_id');
  return {
    query: all.get('query') ?? '',
    data: form ? Buffer.alloc(0) : body.bytes,
    dataPath: body.path,
    queryId: all.get('query_id') || randomUUID(),
    database: all.get('database') || header('x-clickhouse-database'),
    format: all.get('default_format') ?? header('x-clickhouse-format'),
    params,
    settings,
    session: id
      ? { id, timeout: all.get('session_timeout'), mustExist: all.get('session_check') === '1' }
      : undefined,
    isWhole: [all.get('wait_end_of_query'), settings.http_wait_end_of_query].includes('1'),
  };
}

function refuse(name: string, value: string): void {
  if (FRAMED.includes(name) && value !== '' && value !== '0')
    throw exception(
      'NOT_IMPLEMENTED',
      `The embedded engine does not support '${name}' (ClickHouse's LZ4 blocks): turn it off in the client, or use HTTP compression (Content-Encoding, enable_http_compression=1).`,
    );
  if (name === 'role' && value !== '')
    throw exception('UNKNOWN_ROLE', `There is no role \`${value}\` in the embedded engine.`);
}

/** Official clients can send query and parameters as a form, when they are too long for a URL. */
async function formFields(type: string, body: Buffer): Promise<[string, string][]> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => {
      throw exception('BAD_ARGUMENTS', 'The form cannot be read.');
    });
  return [...form].map(([name, value]) => {
    if (typeof value !== 'string') throw exception('NOT_IMPLEMENTED', 'External tables are not supported.');
    return [name, value];
  });
}

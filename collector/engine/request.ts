import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { exception } from './exceptions.js';

/** What a client asked, whatever way it was put: URL, headers, body or form. */
export interface QueryRequest {
  /** The statement, or its beginning: then `data` follows, after a line break if both have text. */
  query: string;
  data: Buffer;
  queryId: string;
  database: string | undefined;
  format: string | undefined;
  params: Record<string, string>;
  settings: Record<string, string>;
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
]);

// What would silently do something else than the client thinks: ClickHouse's own framing of compressed data (JDBC
// drivers, DBeaver's too, ask for it unless their property `compress` is false), sessions over several requests, roles.
const REFUSED = ['compress', 'decompress', 'session_id', 'role'];

const NAME = /^[A-Za-z_]\w*$/;

/** @throws QueryException for a malformed name, or a feature that the embedded engine lacks */
export async function parseRequest(
  headers: IncomingMessage['headers'],
  url: URLSearchParams,
  body: Buffer,
): Promise<QueryRequest> {
  const form = /^multipart\/form-data/i.test(headers['content-type'] ?? '')
    ? await formFields(headers['content-type'] ?? '', body)
    : undefined;
  const fields = [...url, ...(form ?? [])];
  const params: Record<string, string> = {};
  const settings: Record<string, string> = {};
  for (const [name, value] of fields) {
    if (REFUSED.includes(name) && value !== '' && value !== '0')
      throw exception(
        'NOT_IMPLEMENTED',
        `The embedded engine does not support '${name}', turn it off in the client.`,
      );
    if (OWN.has(name) || REFUSED.includes(name)) continue;
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
  return {
    query: all.get('query') ?? '',
    data: form ? Buffer.alloc(0) : body,
    queryId: all.get('query_id') || randomUUID(),
    database: all.get('database') || header('x-clickhouse-database'),
    format: all.get('default_format') ?? header('x-clickhouse-format'),
    params,
    settings,
  };
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

import { isDeepStrictEqual } from 'node:util';
import type { Act, AuditValues } from './audit_act.js';

/** Names of values that nobody is to read again, wherever they stand: `currentPassword`, `token_digest`. */
const SECRET = /password|passwd|passphrase|secret|digest|token|credential/i;
/** Only as words of their own: `keywords` and `hashtag` are none. */
const SECRET_WORDS = new Set(['key', 'keys', 'apikey', 'hash', 'hashes']);
/** An invitation's link lets in whoever has it. */
const INVITATION = /^invitations?$/;
const LINK_WORDS = new Set(['url', 'link']);
/** Of one field, as text. */
const FIELD_BYTES_MAX = 64 * 1024;

/** The values of an act as they are kept: without secrets, and none beyond measure. Undefined where there are none. */
export function keptValues({ target, values = {} }: Pick<Act, 'target' | 'values'>): AuditValues | undefined {
  const isKept = (name: string) => !isSecret(name, target);
  const kept = Object.entries(values).flatMap(([part, fields]: [string, object | undefined]) => {
    const entries = Object.entries(withoutSecrets(fields ?? {}, isKept) as object);
    return entries.length > 0
      ? [[part, Object.fromEntries(entries.map(([name, value]) => [name, cut(value)]))]]
      : [];
  });
  return kept.length > 0 ? (Object.fromEntries(kept) as AuditValues) : undefined;
}

/** The fields in which two versions of a record differ, in the order of their names. */
export function fieldsChanged(before: object = {}, after: object = {}): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !isDeepStrictEqual(Reflect.get(before, name), Reflect.get(after, name)))
    .sort();
}

function isSecret(name: string, target: string): boolean {
  const words = name
    .replace(/([a-z\d])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
    .split(/[^a-z]+/);
  return (
    SECRET.test(name) ||
    words.some((word) => SECRET_WORDS.has(word) || (INVITATION.test(target) && LINK_WORDS.has(word)))
  );
}

function withoutSecrets(value: unknown, isKept: (name: string) => boolean): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((entry) => withoutSecrets(entry, isKept));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => isKept(name))
      .map(([name, entry]) => [name, withoutSecrets(entry, isKept)]),
  );
}

function cut(value: unknown): unknown {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  const bytes = Buffer.byteLength(text);
  if (bytes <= FIELD_BYTES_MAX) return value;
  // As many whole characters as fit.
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(FIELD_BYTES_MAX));
  return `${text.slice(0, read)}… (cut: ${bytes} bytes)`;
}

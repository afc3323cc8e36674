import type { Access } from '../../access.js';
import { plainText } from './changes.js';
import { holderOf } from './sentence.js';
import type { Texts } from './texts.en.js';
import type { NameOf } from './useNames.js';

const MOMENTS = new Set(['acceptedAt', 'createdAt', 'expires', 'lastUsedAt']);

interface Saying {
  nameOf: NameOf;
  dateTime: (ts: number) => string;
  sayAccess: (access: Access[]) => string[];
}

/** A value of a record as people read it; one that is not as it should be stays as it is. */
export function sayValue(field: string, value: unknown, m: Texts, saying: Saying): string {
  const { nameOf, dateTime, sayAccess } = saying;
  if (typeof value === 'number' && MOMENTS.has(field)) return dateTime(value);
  if (typeof value === 'string' && field === 'madeBy') return holderOf(value, m, nameOf);
  if (typeof value === 'string' && field === 'user')
    return holderOf(value ? `user:${value}` : 'owner', m, nameOf);
  if (field === 'access' && isAccess(value)) return sayAccess(value).join('; ');
  return plainText(value);
}

const isAccess = (value: unknown): value is Access[] =>
  Array.isArray(value) && value.every((one) => typeof one?.site === 'string' && Array.isArray(one.roles));

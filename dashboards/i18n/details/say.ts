import type { ErrorDetail } from '../../../schemas/rules.js';
import type { DetailWords } from './words.js';

/** What is wrong with a value, in the reader's language. */
export function sayDetail(
  { path, rule, limit }: ErrorDetail,
  words: DetailWords,
  formatNumber: (value: number) => string,
): string {
  if (rule === 'format') {
    const named = typeof limit === 'string' && Object.hasOwn(words.formats, limit) ? limit : 'other';
    return words.formats[named as keyof DetailWords['formats']](path);
  }
  const say = (one: number | string) => (typeof one === 'number' ? formatNumber(one) : one);
  const text = typeof limit === 'object' ? limit.map(say).join(', ') : limit === undefined ? '' : say(limit);
  return words.rules[rule](path, rule === 'type' ? (words.types[text] ?? text) : text);
}

function separatorsOf(tag: string): { group: string; decimal: string } {
  const parts = new Intl.NumberFormat(tag, { useGrouping: true }).formatToParts(12_345.6);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { group: of('group') || ',', decimal: of('decimal') || '.' };
}

/**
 * An amount as people type it, in the form in which records take it. What is none stays as it is: what is wrong with it
 * is said where it is saved.
 *
 * @example readAmount('1.234,50', 'es') // '1234.50'
 * @example readAmount('12.50', 'es') // '12.50': three digits follow a mark between thousands
 */
export function readAmount(text: string, tag: string): string {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '');
  const { group, decimal } = separatorsOf(tag);
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  const mark = plain[last];
  if (mark === undefined) return plain;
  const isAlone = plain.indexOf(mark) === last && !plain.includes(mark === '.' ? ',' : '.');
  const isGroup = mark === group && mark !== decimal && isAlone && /^\d{3}$/.test(plain.slice(last + 1));
  const isRepeated = plain.indexOf(mark) !== last;
  const whole = (isGroup || isRepeated ? plain : plain.slice(0, last)).replaceAll(/[.,]/g, '');
  const result = isGroup || isRepeated ? whole : `${whole}.${plain.slice(last + 1)}`;
  return /^-?\d*\.?\d*$/.test(result) ? result : text;
}

/** An amount of a record as the reader would type it. */
export const amountText = (value: string, tag: string): string =>
  value.replace('.', separatorsOf(tag).decimal);

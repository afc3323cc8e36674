const SYMBOLS: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP', '₺': 'TRY' };

/**
 * A price as people write it, as a record takes it: "1.234,50 €" is 1234.50.
 *
 * @param currency that it is said to be in
 * @returns undefined for what is no price, is in another currency, or may be two prices: 1.234 is a thousand or one
 */
export function priceOf(text: string, currency: string): string | undefined {
  const marks = text.match(/[A-Za-z]{3}|[€$£₺]/g) ?? [];
  const [mark] = marks;
  if (marks.length > 1 || (mark && (SYMBOLS[mark] ?? mark.toUpperCase()) !== currency)) return undefined;
  const number = text.replace(/[A-Za-z]{3}|[€$£₺]/, '').replace(/[\s'’]/g, '');
  if (/^\d{1,15}$/.test(number)) return number;
  const grouped =
    /^(\d{1,3}(?:,\d{3})+)\.(\d+)$/.exec(number) ?? /^(\d{1,3}(?:\.\d{3})+),(\d+)$/.exec(number);
  if (grouped) return `${grouped[1]?.replace(/[.,]/g, '')}.${grouped[2]}`;
  if (/^\d{1,3}(?:(?:,\d{3}){2,}|(?:\.\d{3}){2,})$/.test(number)) return number.replace(/[.,]/g, '');
  const plain = /^(\d{1,15})[.,](\d{1,15})$/.exec(number);
  if (!plain || (plain[2]?.length === 3 && plain[1] !== '0' && (plain[1]?.length ?? 0) <= 3))
    return undefined;
  return `${plain[1]}.${plain[2]}`;
}

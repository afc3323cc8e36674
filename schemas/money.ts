/** Largest amount kept, in minor units: what JavaScript and JSON hold exactly. */
const MINOR_MAX = Number.MAX_SAFE_INTEGER;

/**
 * Currencies without two decimals, as ISO 4217 lists them. Not asked of `Intl`: engines follow the habits of cash
 * (CLDR) instead, which differ (V8 has 0 for HUF and IQD) and change, and what is stored must not change with them.
 */
const DIGITS: Record<string, number> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
    .split(' ')
    .map((code) => [code, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3]),
  ...'CLF UYW'.split(' ').map((code) => [code, 4]),
]);

/** Those currencies and their decimals, for statements to bind. */
export const unusualDigits = {
  unusual_currencies: Object.keys(DIGITS),
  unusual_digits: Object.values(DIGITS),
};

/** It has as many decimals as any: in it an amount is kept exactly whose currency is not known yet. */
export const FINEST = 'CLF';

/** How many decimals a currency has: 2 for EUR, 0 for JPY, 3 for KWD. */
export function currencyDigits(code: string): number {
  return DIGITS[code] ?? 2;
}

/**
 * Major units to integer minor units, exactly: the decimal digits are moved, never multiplied as floats.
 * Digits beyond the currency's own are rounded half away from zero (0.1 + 0.2 dollars are 30 cents).
 *
 * @returns undefined when the amount is too large to be kept exactly
 * @example toMinor('12.50', 'EUR') // 1250
 */
export function toMinor(value: number | string, code: string): number | undefined {
  const digits = currencyDigits(code);
  const text = typeof value === 'number' ? decimal(value) : value;
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const kept = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  const minor = kept + (Number(fraction[digits] ?? 0) >= 5 ? 1n : 0n);
  if (minor > MINOR_MAX) return undefined;
  return sign === '-' && minor !== 0n ? -Number(minor) : Number(minor);
}

/**
 * Integer minor units to major units, as a decimal.
 *
 * @example toMajor(1250, 'EUR') // '12.50'
 */
export function toMajor(minor: number, code: string): string {
  const digits = currencyDigits(code);
  if (digits === 0) return String(minor);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  return `${minor < 0 ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/**
 * So many at a price, in minor units: multiplied as decimals and rounded once, since a price may be a part of a cent.
 *
 * @example timesMinor('0.004', 1000, 'EUR') // 400
 */
export function timesMinor(price: number | string, quantity: number, code: string): number | undefined {
  const [one, other] = [parts(price), parts(quantity)];
  const decimals = one.decimals + other.decimals;
  const product = one.digits * other.digits;
  const digits = String(product < 0n ? -product : product).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const text = decimals > 0 ? `${digits.slice(0, point)}.${digits.slice(point)}` : digits;
  return toMinor(product < 0n ? `-${text}` : text, code);
}

function parts(value: number | string): { digits: bigint; decimals: number } {
  const text = typeof value === 'number' ? decimal(value) : value;
  const [whole = '0', fraction = ''] = text.split('.');
  return { digits: BigInt(whole + fraction), decimals: fraction.length };
}

/** A number's shortest decimal digits, without an exponent. */
function decimal(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return Math.abs(value) < 1e21 ? value.toFixed(20) : BigInt(value).toString();
}

/** Where a reader is tells the currency they most likely count in; all others begin with the euro. */
const CURRENCIES: Partial<Record<string, string>> = {
  AR: 'ARS',
  AU: 'AUD',
  BR: 'BRL',
  CA: 'CAD',
  CH: 'CHF',
  CL: 'CLP',
  CO: 'COP',
  GB: 'GBP',
  MX: 'MXN',
  TR: 'TRY',
  US: 'USD',
};

/** @example currencyOf(['es-MX', 'en']) // 'MXN' */
export function currencyOf(languages: readonly string[]): string {
  const region = languages.map((tag) => new Intl.Locale(tag).region).find(Boolean);
  return CURRENCIES[region ?? ''] ?? 'EUR';
}

/**
 * The key of a site: the host of its address.
 *
 * @param origin as `toOrigin` makes it
 * @example siteKeyOf('https://www.example.com:8443') // 'example.com'
 */
export const siteKeyOf = (origin: string) =>
  origin
    .replace(/^https?:\/\/(\*\.)?(www\.)?/, '')
    .replace(/:\d+$/, '')
    .replace(/[^\w.-]/g, '')
    .slice(0, 64);

/** The browser's names of a thing, with the proposed one even where it does not know it. */
export function choices(kind: 'timeZone' | 'currency', proposed: string): string[] {
  return [
    ...new Set([...Intl.supportedValuesOf(kind), proposed, ...(kind === 'timeZone' ? ['UTC'] : [])]),
  ].sort();
}

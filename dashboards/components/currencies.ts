import type { Option } from './filter_kinds.js';

/** Currencies by their ISO 4217 codes. */
export function currencies(tag: string): Option[] {
  const names = new Intl.DisplayNames(tag, { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((code): Option => [code, `${code} · ${names.of(code)}`]);
}

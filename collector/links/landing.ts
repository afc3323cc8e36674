import type { linkKinds } from '../../schemas/entities/links.js';

type Parameters = readonly (readonly [name: string, value: string])[];

/**
 * Adds parameters to an address as a text, so that nothing else of it changes: not its encoding, its order, its fragment,
 * nor parameters that have no value.
 */
export function withParameters(address: string, parameters: Parameters): string {
  if (parameters.length === 0) return address;
  const { before, fragment } = partsOf(address);
  const joint = before.includes('?') ? (/[?&]$/.test(before) ? '' : '&') : '?';
  const added = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${before}${joint}${added.join('&')}${fragment}`;
}

/** The address with the click that leads there: in place of another one, which a copied address may have. */
export function withClick(address: string, click: string): string {
  const { before, fragment } = partsOf(address);
  return withParameters(before.replace(/(?<=[?&])ll_click=[^&]*(&|$)/g, '') + fragment, [
    ['ll_click', click],
  ]);
}

const MEDIUM = { email: 'email', ad: 'cpc', affiliate: 'affiliate', other: 'link' } as const;

/** What tells every other tool which campaign it was; an address that says something of the kind itself stays as it is. */
export function withCampaign(
  address: string,
  { kind, campaign }: { kind: (typeof linkKinds)[number]; campaign: string },
): string {
  if (!campaign || /[?&]utm_\w+=/.test(partsOf(address).before)) return address;
  return withParameters(address, [
    ['utm_source', kind],
    ['utm_medium', MEDIUM[kind]],
    ['utm_campaign', campaign],
  ]);
}

function partsOf(address: string): { before: string; fragment: string } {
  const at = address.indexOf('#');
  return at < 0
    ? { before: address, fragment: '' }
    : { before: address.slice(0, at), fragment: address.slice(at) };
}

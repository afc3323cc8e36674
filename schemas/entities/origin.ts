import * as v from 'valibot';
import { format } from '../rules.js';

/** Labels under which a country's registry gives out names: `co.uk`, `com.tr`, `gob.es`. */
const REGISTRY_LABELS = new Set(
  'ac co com edu gen gob gouv gov gub info ltd mil name ne net nom or org plc sch web'.split(' '),
);

/**
 * May an asterisk stand before this host? Only before a name that one owner has: `*.com` and `*.co.uk` are everybody's.
 * This knows the usual shapes, not the whole Public Suffix List; a host whose owner gives out names below it
 * (`github.io`) is for whoever adds it to know.
 */
function isRegistrable(host: string): boolean {
  // Of this machine alone (RFC 6761).
  if (host === 'localhost') return true;
  const [country = '', registry = '', ...names] = host.split('.').reverse();
  if (!/[a-z]/.test(country) || registry === '') return false;
  return names.length > 0 || country.length !== 2 || !REGISTRY_LABELS.has(registry);
}

/**
 * An origin as browsers write it in the `Origin` header: lower case, other scripts in punycode, neither a closing slash
 * nor the scheme's own port. Written otherwise it would never match.
 */
function canonicalOrigin(text: string): string | undefined {
  if (text === 'self') return text;
  const [, scheme, wildcard, host] = /^(https?):\/\/(\*\.)?([^/?#\\@*\s]+)\/?$/i.exec(text) ?? [];
  if (!scheme || !host || !URL.canParse(`${scheme}://${host}`)) return undefined;
  const { origin, hostname } = new URL(`${scheme}://${host}`);
  if (/^\.|\.\.|%/.test(hostname)) return undefined;
  if (!wildcard) return origin;
  return isRegistrable(hostname) ? origin.replace('://', '://*.') : undefined;
}

/** Where pages may live: an origin, `https://*.example.com` for every host below one, or `self` for this instance. */
export const origin = v.pipe(
  v.string(),
  v.trim(),
  format(
    'origin',
    v.check(
      (text: string) => canonicalOrigin(text) !== undefined,
      'must be an origin such as https://www.example.com or https://*.example.com, or "self" for this instance',
    ),
  ),
  v.transform((text) => canonicalOrigin(text) ?? ''),
);

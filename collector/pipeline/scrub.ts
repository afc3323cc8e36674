const EMAIL = /[^\s/?#&=;,:@<>"']+(?:@|%40)[^\s/?#&=;,:@<>"'%]+\.[a-z]{2,}/gi;
/** Parameters that carry a key to something rather than a fact about the visit. */
const SECRET =
  /^(?:.*[-_])?(?:token|password|passwd|pwd|secret|session(?:id)?|sid|signature|sig|api[-_]?key|auth|jwt|otp|code|state)$/i;

/** Takes e-mail addresses, passwords and tokens out of a URL; what cannot be parsed loses its query. */
export function scrubUrl(text: string): string {
  if (!text) return '';
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return scrubText(text.split(/[?#]/)[0] ?? '');
  }
  // Where a mail link leads is the owner's address, not the visitor's; its subject and body may be anything.
  if (url.protocol === 'mailto:' || url.protocol === 'tel:') return url.protocol + url.pathname;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return url.protocol;
  url.username = '';
  url.password = '';
  for (const name of new Set(url.searchParams.keys()))
    if (SECRET.test(name)) url.searchParams.set(name, 'removed');
  if (SECRET.test(url.hash.slice(1).split('=')[0] ?? '')) url.hash = '';
  return scrubText(url.href);
}

/** Takes e-mail addresses out of free text. */
export function scrubText(text: string): string {
  return text.replace(EMAIL, 'removed');
}

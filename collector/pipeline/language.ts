import { memo } from '../memo.js';
import { step } from './step.js';

/** The longest tag that RFC 5646 has programs expect. */
const LENGTH_MAX = 35;
const CACHE_MAX = 2_000;
/** Of `Accept-Language`, what is looked at. */
const HEADER_MAX = 500;

/** The language that the page's browser is set to, else the first one that it accepts; empty for a server's own events. */
export const language = step('language', ({ row }, { batch, acceptLanguage, isPublic }) => {
  row.language = tagOf(batch.context.language ?? '');
  if (!row.language && isPublic) row.language = firstAccepted(acceptLanguage);
  return undefined;
});

/** A BCP 47 tag as it is spelled by the book, `es-ES` for `ES_es`; empty for what is none. */
function canonical(text: string): string {
  const tag = text.trim().replaceAll('_', '-');
  if (!tag || tag.length > LENGTH_MAX) return '';
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? '';
  } catch {
    return '';
  }
}

const tagOf = memo(CACHE_MAX, canonical);

/** Browsers list their languages in the order of preference, the weights follow it. */
function firstIn(header: string): string {
  for (const entry of header.split(',')) {
    const tag = canonical(entry.split(';')[0] ?? '');
    if (tag) return tag;
  }
  return '';
}

const firstInShort = memo(CACHE_MAX, firstIn);

/** No browser sends a longer one, and to remember a part of it keeps all of it in memory. */
const firstAccepted = (header: string) =>
  header.length > HEADER_MAX ? firstIn(header.slice(0, HEADER_MAX)) : firstInShort(header);

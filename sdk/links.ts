import type { LinkClick } from '../schemas/events/link_click.js';
import type { Capture } from './client.js';
import { on } from './guard.js';
import { oneLine } from './text.js';

type Kind = NonNullable<LinkClick['link']['kind']>;

/** What people download rather than read in the browser. */
const DOWNLOAD = /\.(pdf|docx?|xlsx?|pptx?|csv|txt|ics|zip|rar|gz|dmg|exe|msi|apk|mp[34])$/i;
const KINDS: Record<string, Kind> = { 'mailto:': 'email', 'tel:': 'phone', 'sms:': 'phone' };

/**
 * Clicks on links that leave the page: to another host, a file, an e-mail address or a phone number.
 * Only looked at, never delayed: what the page loses on leaving, the queue delivers.
 */
export function captureLinks({ add, stamp }: Capture): void {
  // What `click` is for the main button, `auxclick` is for the middle one (UI Events, 3.4.5).
  on('click auxclick', (event: MouseEvent) => {
    const link = (event.composedPath() as Element[]).find(({ tagName }) => /^a(rea)?$/i.test(tagName)) as
      | HTMLAnchorElement
      | SVGAElement
      | undefined;
    // The right button opens a menu.
    if (event.button > 1 || !link || link.closest('[data-leadline-ignore]')) return;
    // In SVG `href` is an animated value, not yet resolved.
    const href = link.href as string & SVGAnimatedString;
    const url = new URL(href.baseVal || href, document.baseURI);
    const kind =
      KINDS[url.protocol] ||
      (/^http/.test(url.protocol) &&
        (link.hasAttribute('download') || DOWNLOAD.test(url.pathname)
          ? 'download'
          : url.hostname !== location.hostname && 'outbound'));
    if (!kind) return;
    const text = oneLine(link.textContent || link.getAttribute('aria-label') || '');
    add({
      ...stamp(),
      type: 'link_click',
      link: { url: url.href, text, kind },
    } satisfies LinkClick);
  });
}

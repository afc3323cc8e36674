import type { LinkClick } from '../../schemas/events/link_click.js';
import { add, around, mask, maskUrl, on, stamp } from './internals.js';

/** In SVG `href` is an animated value, not yet resolved. */
type Link = HTMLAnchorElement & { href: string & Partial<SVGAnimatedString> };

/** A file that is no page: it opens elsewhere, or is kept. */
const FILE = /\.(?!\w*ht|php|asp)[a-z]\w{1,3}$/i;
const TEXT_MAX = 200;

/**
 * Clicks on links that leave the page: to another host, a file, an e-mail address or a phone number.
 * Only looked at, never delayed: what the page loses on leaving, the queue delivers.
 */
export function captureLinks(): void {
  const onClick = (event: MouseEvent) => {
    const link = (event.composedPath() as Link[]).find(({ tagName }) => /^a(rea)?$/i.test(tagName)) as Link;
    // The right button opens a menu; without a link this throws, which is as good.
    if (event.button > 1 || around(link, '[data-leadline-ignore]')) return;
    const { href, protocol, host, pathname } = new URL(link.href.baseVal || link.href, document.baseURI);
    // Not javascript:, data:, blob: and about:, which lead nowhere.
    if (
      !/^(ja|da|bl|ab)/.test(protocol) &&
      (host !== location.host || link.hasAttribute('download') || FILE.test(pathname))
    )
      add({
        ...stamp(),
        type: 'link_click',
        link: {
          url: maskUrl(href),
          text: mask((link.textContent || link.ariaLabel || '').trim().slice(0, TEXT_MAX)),
        },
      } satisfies LinkClick);
  };
  // What `click` is for the main button, `auxclick` is for the middle one (UI Events, 3.4.5).
  on('click auxclick', onClick);
}

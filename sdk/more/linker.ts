import { replaceAddress } from './clean_address.js';
import { adopt, on, options } from './internals.js';
import { storedVisitor } from './visitor.js';

const PARAMETER = 'll_visitor';
/** Between a click here and the page there. */
const FRESH_MS = 120_000;

/**
 * One visitor on several domains of a site: links and forms that lead to one of them carry the id along. It is believed
 * where it is fresh and comes from one of them, so that a link passed on makes nobody somebody else.
 */
export const linkDomains = (): void => {
  const isOurs = ({ host, hostname }: URL) =>
    host !== location.host &&
    `${options.linker}`
      .split(/[ ,]+/)
      .some((domain) => host === domain || `.${hostname}`.endsWith(`.${domain}`));

  for (const { name } of performance.getEntriesByType('navigation')) {
    const [, visitor, at] = RegExp(`${PARAMETER}=(\\w{21})\\.(\\d+)`).exec(name) || [];
    if (
      visitor &&
      isOurs(new URL(document.referrer, location.href)) &&
      Math.abs(Date.now() - (at as never)) < FRESH_MS
    )
      adopt(visitor);
  }
  replaceAddress(PARAMETER);

  on('click auxclick submit', (event: Event) => {
    const attribute = event.type === 'submit' ? 'action' : 'href';
    for (const element of event.composedPath() as HTMLElement[]) {
      const address = element.getAttribute && element.getAttribute(attribute);
      const visitor = storedVisitor();
      if (!address || !visitor) continue;
      const url = new URL(address, document.baseURI);
      url.searchParams.set(PARAMETER, `${visitor}.${Date.now()}`);
      if (isOurs(url)) element.setAttribute(attribute, url.href);
      break;
    }
  });
};

import { hooks, options } from './internals.js';

/** What a visit is credited by; the page view has noted it. */
const CREDIT = 'll_\\w+|via|ref|aff\\w*|fpr|\\w*cl(ic)?k?id|[gw]braid|li_fat_id|rdt_cid|epik|utm_\\w+';

/** Takes parameters out of the address bar, which is no other page for it. */
export const replaceAddress = (names: string): void => {
  const url = new URL(location.href);
  for (const name of [...url.searchParams.keys()]) {
    if (!RegExp(`^(${names})$`, 'i').test(name)) continue;
    url.searchParams.delete(name);
    // The prototype's: the page's own one would be heard as a step to another page.
    History.prototype.replaceState.call(history, history.state, '', url.href);
  }
  hooks.at = location.href;
};

/** Takes the parameters of campaigns, affiliates and ads out of the address bar. */
export const cleanAddress = (): void => {
  replaceAddress([CREDIT, options.affiliate].join('|').replace(/[ ,]+/g, '|'));
};

import { mark } from './landing.js';
import { step } from './step.js';

/** Affiliate programs mark their links with the partner's name or number; a site may name parameters of its own. */
const parameters = ['via', 'ref', 'aff', 'affid', 'fpr'];

/** Which partner sent the visitor. Sites mark links of their own by `ref`, too: inside a visit it says nothing. */
export const affiliate = step('affiliate', ({ landing, row }, { site }) => {
  if (!landing || landing.isInside || row.source || landing.marks.size === 0) return undefined;
  for (const parameter of [...(site.affiliateParameters ?? []), ...parameters]) {
    const partner = mark(landing.marks, parameter);
    if (!partner) continue;
    row.source = partner;
    row.medium = 'affiliate';
    break;
  }
  return undefined;
});

import type { Channel } from '../../schemas/channels.js';
import { memo } from '../memo.js';
import { isAssistant } from './assistants.js';
import { kindOf } from './referrers.js';
import { step } from './step.js';

/** Pairs of source and medium that a site's visits have. */
const CACHE_MAX = 5_000;

/** By which road the visitor came; after all steps that tell the source. */
export const channel = step('channel', ({ landing, row }) => {
  if (landing && row.source) row.channel = channels(`${row.source}\n${row.medium}`);
  return undefined;
});

const channels = memo(CACHE_MAX, (text): Channel => {
  const [source = '', medium = ''] = text.toLowerCase().split('\n');
  return channelOf(source, medium);
});

const PAID = /^(?:.*cp.*|ppc|retargeting|paid.*)$/;
const DISPLAY = /^(?:display|banner|expandable|interstitial|cpm)$/;
const SOCIAL = /^(?:social(?:[-_ ]?(?:network|media))?|sm)$/;
const EMAIL = /^e[-_ ]?mail$/;
const PUSH = /push$|notification|^mobile$/;

/**
 * Google's rules for source and medium (https://support.google.com/analytics/answer/9756891), with one difference: an
 * owner who wrote that a link is an e-mail's, an affiliate's or a message's is believed before the name of the source
 * is looked at, so that utm_source=google&utm_medium=email is no search.
 *
 * @param source and medium in lower case
 */
export function channelOf(source: string, medium: string): Channel {
  const kind = kindOf(source);
  if (source === 'direct' && /^(?:|\(none\)|\(not set\))$/.test(medium)) return 'direct';
  if (PAID.test(medium)) {
    if (kind === 'search') return 'paid_search';
    if (kind === 'social') return 'paid_social';
    return DISPLAY.test(medium) ? 'display' : 'paid_other';
  }
  if (DISPLAY.test(medium)) return 'display';
  if (EMAIL.test(medium)) return 'email';
  if (/^(?:affiliates?|partners?)$/.test(medium)) return 'affiliate';
  if (medium === 'sms' || source === 'sms') return 'sms';
  if (PUSH.test(medium)) return 'push';
  if (medium === 'ai-assistant' || isAssistant(source)) return 'ai_assistant';
  if (kind === 'social' || SOCIAL.test(medium)) return 'organic_social';
  if (kind === 'search' || medium === 'organic') return 'organic_search';
  if (kind === 'email' || EMAIL.test(source)) return 'email';
  if (kind === 'paid') return 'paid_other';
  return /^(?:referral|app|link)$/.test(medium) ? 'referral' : 'other';
}

/**
 * By which road somebody came to the site: the channel of a page view that begins a visit, empty inside one. The names
 * and rules are those of Google Analytics 4 (https://support.google.com/analytics/answer/9756891), with videos among
 * the social networks; `collector/pipeline/channel.ts` applies them.
 */
export const channels = [
  /** Typed, bookmarked, or from where no referrer is sent. */
  'direct',
  'organic_search',
  'paid_search',
  'organic_social',
  'paid_social',
  /** Banners and the like, wherever they stood. */
  'display',
  /** Paid for, on what is neither a search engine nor a social network. */
  'paid_other',
  'email',
  'sms',
  'push',
  'affiliate',
  /** A link in an answer of ChatGPT, Gemini, Claude and their kind. */
  'ai_assistant',
  /** A link on somebody else's site. */
  'referral',
  /** Marked by the owner with words that say none of these. */
  'other',
] as const;

export type Channel = (typeof channels)[number];

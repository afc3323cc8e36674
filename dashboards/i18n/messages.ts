import type { ComponentChildren } from 'preact';
import type { BotSignal } from '../../schemas/bot_signals.js';
import type { RejectReason } from '../../schemas/reasons.js';
import type { Role } from '../access.js';
import type { EventTexts } from './events.js';

/** A sentence with marked-up parts (a page title in a `<bdi>`, say), in the order the language wants them. */
export type Rich = ComponentChildren;

/** Codes of errors that have a sentence of their own. */
export type SaidCode =
  | 'credentials_wrong'
  | 'key_invalid'
  | 'email_taken'
  | 'last_owner'
  | 'setup_done'
  | 'invitation_unknown'
  | 'invitation_expired'
  | 'invitation_used'
  | 'role_missing'
  | 'scope_missing'
  | 'site_unknown';

/** Every visible text, label and title of the dashboards. One file per language has this type, so none can be missing. */
export interface Messages {
  skip: string;
  menu: string;
  sections: string;
  site: string;
  language: string;
  signOut: string;
  signedInAs: (name: Rich) => Rich;
  /** In place of a name, where somebody signed in with it. */
  adminKey: string;
  makeAccount: string;
  close: string;
  cancel: string;
  save: string;
  saved: string;
  optional: (label: string) => string;
  /** Of pages whose own texts come with them: the menu names them before. */
  titles: Record<'keys' | 'users' | 'account' | 'audit', string>;
  roles: Record<Role, string>;
  /** What somebody may do at a site, or at `everySite`; `own`: with their own people only. */
  access: (roles: string, site: string, own: boolean) => string;
  everySite: string;
  password: { label: string; show: string; hide: string; hint: string };
  noAccess: { title: string; text: (site: string) => string; home: string; nothing: string };
  /** A part of the dashboards could not be fetched. */
  outdated: string;
  loading: string;
  retry: string;
  showMore: string;
  loadedMore: (count: number) => string;
  copy: string;
  copied: string;
  newTab: string;
  none: string;
  times: (timeZone: string) => string;
  notFound: { title: string; text: string; back: string };
  broken: { title: string; text: string; reload: string };
  noSites: string;
  unknownSite: (id: string) => string;
  errors: {
    offline: string;
    unavailable: string;
    storeDown: string;
    limited: string;
    limitedFor: (minutes: number) => string;
    forbidden: string;
    /** What the collector's code says better than the kind of failure. */
    codes: Record<SaidCode, string>;
    /** Of a text. */
    tooShort: (label: string, limit: string) => string;
    tooLong: (label: string, limit: string) => string;
    signedOut: string;
    notFound: string;
    conflict: string;
    invalid: (message: string) => string;
    stale: string;
  };
  leads: {
    title: string;
    search: string;
    columns: {
      name: string;
      email: string;
      company: string;
      source: string;
      firstSeen: string;
      lastSeen: string;
    };
    unnamed: string;
    added: (count: number, name: string) => string;
    noMatch: (search: string) => string;
    clear: string;
    seen: (when: Rich) => Rich;
    from: (source: Rich) => Rich;
  };
  empty: {
    title: string;
    /** To whoever sees their own people alone. */
    unassigned: string;
    intro: string;
    paste: string;
    submit: string;
    appear: string;
    demo: string;
    origins: string;
  };
  /** The collector's `direct`: neither a link nor a campaign brought the visitor. */
  direct: string;
  devices: { desktop: string; mobile: string; tablet: string };
  stages: { lead: string; prospect: string; customer: string };
  statuses: { new: string; working: string; qualified: string; disqualified: string };
  person: {
    title: string;
    back: string;
    missing: string;
    /** To whoever sees their own people alone. */
    missingOrOther: string;
    facts: string;
    more: string;
    emails: string;
    phones: string;
    company: string;
    customers: string;
    source: string;
    owner: string;
    status: string;
    orders: string;
    revenue: string;
    firstTouch: string;
    lastTouch: string;
    firstSeen: string;
    lastSeen: string;
    capturedAt: string;
    pageViews: string;
    forms: string;
    events: string;
    visitors: string;
    language: string;
    browser: string;
    device: string;
  };
  events: EventTexts;
  timeline: {
    title: string;
    empty: string;
    today: string;
    yesterday: string;
    added: (count: number) => string;
    viewed: (page: Rich) => Rich;
    left: (page: Rich) => Rich;
    /** `share` is empty where it is not known. */
    read: (time: string, share: string) => string;
    agreed: string;
    refused: string;
    repeated: (count: number) => string;
    submitted: (form: Rich) => Rich;
    outbound: (target: Rich) => Rich;
    download: (file: Rich) => Rich;
    email: (address: Rich) => Rich;
    phone: (number: Rich) => Rich;
    ordered: (order: Rich) => Rich;
    refunded: (order: Rich) => Rich;
    /** By channel, then by who sought the other; `told` where that is not known. */
    contacts: Record<'call' | 'visit' | 'meeting' | 'note', Record<'inbound' | 'outbound' | 'told', string>>;
    stageChanged: (stage: Rich) => Rich;
    assigned: (owner: Rich) => Rich;
    unassigned: string;
    reached: (goal: Rich) => Rich;
    custom: (name: Rich) => Rich;
    page: string;
    source: string;
    referrer: string;
    value: string;
    coupon: string;
    each: (price: string) => string;
    moreLines: (count: number) => string;
    order: string;
    message: string;
    consents: string;
    bot: string;
    botSignals: Record<BotSignal, string>;
    props: string;
  };
  install: {
    title: string;
    tag: string;
    tagIntro: string;
    pinned: string;
    pinnedIntro: string;
    origins: string;
    originsIntro: string;
    originsEmpty: string;
    self: (address: string) => string;
    add: string;
    addLabel: string;
    addHint: string;
    addInvalid: string;
    present: (origin: string) => string;
    added: (origin: string) => string;
    remove: (origin: string) => string;
    removed: (origin: string) => string;
    undo: string;
    refused: string;
    refusedIntro: string;
    refusedEmpty: string;
    allow: (origin: string) => string;
    technical: (detail: Rich) => Rich;
    columns: { when: string; reason: string; event: string; origin: string; count: string };
    reasons: Record<RejectReason, string>;
  };
}

import type { ComponentChildren } from 'preact';
import type { RejectReason } from '../../schemas/reasons.js';

/** A sentence with marked-up parts (a page title in a `<bdi>`, say), in the order the language wants them. */
export type Rich = ComponentChildren;

/** Every visible text, label and title of the dashboards. One file per language has this type, so none can be missing. */
export interface Messages {
  skip: string;
  menu: string;
  sections: string;
  site: string;
  language: string;
  signOut: string;
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
    notFound: string;
    invalid: (message: string) => string;
    stale: string;
  };
  signIn: {
    title: string;
    intro: string;
    key: string;
    hint: string;
    submit: string;
    wrong: string;
    ended: string;
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
    facts: string;
    more: string;
    emails: string;
    phones: string;
    company: string;
    customers: string;
    source: string;
    owner: string;
    status: string;
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
    submittedForm: string;
    outbound: (target: Rich) => Rich;
    download: (file: Rich) => Rich;
    email: (address: Rich) => Rich;
    phone: (number: Rich) => Rich;
    identified: string;
    ordered: (order: Rich) => Rich;
    reached: (goal: Rich) => Rich;
    converted: string;
    custom: (name: Rich) => Rich;
    page: string;
    source: string;
    referrer: string;
    value: string;
    coupon: string;
    lines: string;
    each: (price: string) => string;
    moreLines: (count: number) => string;
    message: string;
    consents: string;
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

import type { ComponentChildren } from 'preact';
import type { Role } from '../access.js';

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
  | 'person_unknown'
  | 'order_unknown'
  | 'decided_otherwise'
  | 'not_stored_yet'
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
  addPerson: string;
  signedInAs: (name: Rich) => Rich;
  /** In place of a name, where somebody signed in with it. */
  adminKey: string;
  makeAccount: string;
  close: string;
  cancel: string;
  save: string;
  saved: string;
  undo: string;
  /** The place where it is said what was just done. */
  notifications: string;
  toUndo: string;
  optional: (label: string) => string;
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
  /** Somebody of whom nothing is known that names them. */
  unnamed: string;
  /** The collector's `direct`: neither a link nor a campaign brought the visitor. */
  direct: string;
  devices: { desktop: string; mobile: string; tablet: string };
  stages: { lead: string; prospect: string; customer: string };
  statuses: { new: string; working: string; qualified: string; disqualified: string };
}

/** What the audit log tells of. */
export type AuditAction =
  | 'created'
  | 'changed'
  | 'deleted'
  | 'viewed'
  | 'exported'
  | 'signed_in'
  | 'signed_out'
  | 'sign_in_refused'
  | 'refused';

export interface AuditValues {
  before?: object;
  after?: object;
  /** Parameters of a query. */
  asked?: object;
}

/** Something that somebody did, or tried to. */
export interface Act {
  /** `owner`, `user:<id>`, `key:<id>`, `leadline`; empty for a stranger. */
  by: string;
  action: AuditAction;
  /** Empty for what is of the instance. */
  site: string;
  /** Of what is of the instance: the sites that it concerns; none for all. */
  sites?: readonly string[];
  /** A kind of record, a query, or a route's name. */
  target: string;
  /** Id of the record or person; of a refused sign-in a digest of the account. */
  subject?: string;
  version?: number;
  /** Which a change touched; without them, those in which `before` and `after` differ. */
  fields?: readonly string[];
  code?: string;
  sessionId?: string;
  address?: string;
  country?: string;
  /** When it was, and what tells it from any other, where it may be noted more than once. */
  at?: number;
  sameAs?: string;
  /** Whose data is in the values. */
  persons?: readonly string[];
  values?: AuditValues;
}

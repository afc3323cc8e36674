/** What a kind does of its own, beside what its declaration says. */
export interface Behaviour {
  /** What a new record gets beside its fields: stored `hidden`, and told `once`, to whoever makes it. */
  beforeCreate?(id: string): { hidden: Record<string, unknown>; once: Record<string, unknown> };
  /** After each change, before it is answered. Never throws: the change stands. */
  changed?(): Promise<void>;
}

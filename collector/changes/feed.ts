/** That something in ClickHouse is another than before. What it is now, whoever may ask asks. */
export interface Changed {
  /** A table, or a kind of records. */
  what: string;
  /** Where; undefined for what is of the instance, which may matter at every site. */
  site: string | undefined;
  /** Of a record: which. */
  id?: string;
}

/** Tells of changes. Two implementations, one contract suite (`contract.ts`). */
export interface ChangeFeed {
  /**
   * Tells of each change once queries see it, from the moment on at which this resolves; of one too many rather than of one
   * too few. Nothing is done for it while nobody watches.
   *
   * @returns what ends it
   * @throws LeadlineError `store_down` where nobody can tell from when on
   */
  watch(told: (changed: Changed) => void): Promise<() => void>;
}

/** As rows name it: what is of the instance has no site. */
export const changedIn = (what: string, site: string): Changed => ({ what, site: site || undefined });

import type * as v from 'valibot';
import type { Grant } from './roles.js';
import type { Statement } from './statement.js';

/** How the rows of a list can be narrowed, sorted and paged, on columns of its own; `lists/` makes SQL of it. */
export interface ListDeclaration<Column extends string = string> {
  /** A text that no two rows share: ties are broken by it. */
  key: Column;
  /** What it is sorted by where nobody says. */
  sort: Column;
  order: 'asc' | 'desc';
  /** What it can be filtered by, and sorted. */
  columns: readonly Column[];
  /** In which columns `search` looks; without any, it takes no search. */
  search?: readonly Column[];
  /** In place of that: the column that holds all that is searched, folded (`fold.sql`). It is never answered. */
  folded?: Column;
  /**
   * A column that is a map from names to texts, each of which is filtered and sorted by like a column of its own, as
   * `attributes.city`.
   */
  map?: Column;
  /**
   * Rows are many, wide, and settled from copies: which of them a page shows is found out by few columns of all copies, and
   * then only these are settled and read (`lists/quick.ts`). The statement reads a ReplacingMergeTree(version, is_deleted) by
   * `FROM <table> FINAL`, a line of its own and the first such; this is the table's key within a site, and a column of the list.
   */
  settledBy?: Column;
  /** Whether a page also says where the list goes on before it: `meta.back`, a cursor of the other order. */
  bothWays?: boolean;
  /** Where a page ends whatever its limit: rows that strangers fill must not fill the memory of whoever reads them. */
  bytesMax?: number;
  /** In place of that: for each row that was asked for so many, and for fifty at least. */
  rowBytesMax?: number;
  /** Of a list of `settledBy`: columns that are lists, of which a page has the first few alone. Files have them whole. */
  shortened?: { columns: readonly Column[]; to: number };
  /** Whether finding all there is is cheap enough to be done each time: `meta.total`, their number. */
  total?: boolean;
  /**
   * For a statement that says by `-- @list` where it is narrowed and paged, before it reads the rest of each row: the
   * column that tells what it is sorted by. It may say so several times, for parts that are read each for itself and then
   * together. `hasCopies`: where a row may be there twice, of which one counts.
   */
  pagedBy?: { column: Column; sql: string; hasCopies?: boolean };
}

export interface QueryDeclaration<
  Params extends object,
  Row extends object,
  Own extends v.ObjectEntries,
  List extends ListDeclaration<keyof Row & string> | undefined,
  Hidden extends keyof Row & string,
> {
  /** What it is for, in a sentence. */
  summary: string;
  statement: Statement<Params, Row>;
  /** Whom it lets in. */
  access: readonly Grant[];
  /** Parameters beside `site` and those of lists. */
  parameters?: Own;
  /** Parameters that are moments: milliseconds, ISO 8601, or a day of the site's zone for its beginning. */
  moments?: readonly (keyof Own & string)[];
  list?: List;
  /** Columns that are moments, in UTC milliseconds: a spreadsheet gets them by the site's clock. */
  times?: readonly (keyof Row & string)[];
  /**
   * Whether it tells of people by name: that somebody looked at it stands in the audit. Where it is left out, whether it is
   * told by whose people they are.
   */
  personal?: boolean;
  /** Columns that are for us alone. */
  hidden?: readonly Hidden[];
}

/**
 * A named query: `GET /v1/query/<file name>`. Its statement is the `.sql` beside it; whatever that takes as parameters and
 * these do not say, `collector/queries/` finds out.
 */
export function defineQuery<
  Params extends object,
  Row extends object,
  const Own extends v.ObjectEntries = Record<never, never>,
  const List extends ListDeclaration<keyof Row & string> | undefined = undefined,
  Hidden extends keyof Row & string = never,
>(declaration: QueryDeclaration<Params, Row, Own, List, Hidden>) {
  return declaration as typeof declaration & { list: List };
}

/** Any named query, for what treats all of them alike. */
export type AnyQuery = Omit<
  QueryDeclaration<object, object, v.ObjectEntries, undefined, never>,
  'statement' | 'list' | 'times' | 'hidden' | 'moments'
> & {
  statement: Statement<Record<string, unknown>, Record<string, unknown>>;
  list?: ListDeclaration | undefined;
  times?: readonly string[];
  hidden?: readonly string[];
  moments?: readonly string[];
};

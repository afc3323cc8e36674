/**
 * A query of `queries/<name>.sql` as the real engine describes it; `gen/queries/<name>.ts` has each, written by
 * `npm run generate`.
 */
export interface Statement<Params extends object, Row extends object> {
  name: string;
  sql: string;
  /** Parameter → ClickHouse type. */
  params: Readonly<Record<keyof Params & string, string>>;
  /** Column → ClickHouse type, in their order. */
  columns: Readonly<Record<keyof Row & string, string>>;
  /** Columns that hold JSON, and are parsed. */
  json: readonly (keyof Row & string)[];
  /** The tables that it reads, also through views; of a kind of records the kind. */
  tables: readonly string[];
}

export type ParamsOf<S> = S extends Statement<infer Params, object> ? Params : never;
export type RowOf<S> = S extends Statement<never, infer Row> ? Row : never;

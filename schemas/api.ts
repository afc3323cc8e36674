import type * as v from 'valibot';
import type { ListDeclaration } from './define_query.js';
import type { namedQueries } from './gen/api/named_queries.js';
import type { ErrorDetail } from './rules.js';
import type { RowOf } from './statement.js';

type Named = typeof namedQueries;

/** The queries of `GET /v1/query/<name>`. */
export type QueryName = keyof Named;

type HiddenOf<Query> = Query extends { hidden?: readonly (infer Column)[] } ? Column : never;

/** The row of a named query. */
export type QueryRow<Name extends QueryName> = Omit<
  RowOf<Named[Name]['statement']>,
  HiddenOf<Named[Name]> & string
>;

type OwnOf<Query> = Query extends { parameters?: infer Own extends v.ObjectEntries }
  ? v.InferInput<v.ObjectSchema<Own, undefined>>
  : unknown;

type Value = string | number | boolean;

type ListOf<List> = List extends ListDeclaration
  ? {
      search?: string;
      sort?: List['columns'][number];
      order?: 'asc' | 'desc';
      limit?: number;
      cursor?: string | undefined;
    } & { [Key in `${List['columns'][number]}${'' | '!' | '~' | '>' | '<'}`]?: Value | readonly Value[] }
  : unknown;

/**
 * What a named query takes beside `site`. A filter's operator stands at the end of its name: `{'company~': 'acme'}` is
 * `company~=acme`.
 */
export type QueryParameters<Name extends QueryName> = OwnOf<Named[Name]> & ListOf<Named[Name]['list']>;

export interface QueryAnswer<Row> {
  rows: Row[];
  /** `cursor` is there while there is more: pass it back to read on. `total` where counting is cheap. */
  meta: { cursor?: string; back?: string; total?: number };
}

/** `GET /leadline.json`, written by the build: the present script under the name that never changes its content. */
export interface PinnedScript {
  file: string;
  /** For the tag's attribute: `sha384-…`. */
  integrity: string;
}

export interface ErrorAnswer {
  error: { code: string; message: string; details?: ErrorDetail[] };
}

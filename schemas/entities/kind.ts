import * as v from 'valibot';
import type { Scope } from './scopes.js';

/** A field that names records of another kind: an id, or a list of them. It is a filter of the kind's list, too. */
export interface Reference {
  /** Its kind, or `persons`, who are no records. */
  kind: string;
  /** Nobody asks whether what is named is there. */
  mayDangle?: true;
}

/** How a view has a field, where its schema does not tell: see `view.ts`. */
export type ColumnType = 'String' | 'Float64' | 'Bool' | 'Array(String)' | 'Decimal' | 'JSON';

/** Everything there is to say about a kind of record. */
export interface KindDeclaration<Entries extends v.ObjectEntries> {
  /** The name in addresses and of the SQL view: `products`. */
  kind: string;
  /** Records of one site, or of the instance as a whole. */
  scope: 'site' | 'instance';
  fields: Entries;
  /** Who may read records, their history, and who may change them. */
  access: { read: Scope; write: Scope };
  /** The fields that `?search=` looks in, beside the id. */
  search?: readonly (keyof Entries & string)[];
  references?: { readonly [Field in keyof Entries & string]?: Reference };
  /** What is stored beside the fields for the collector alone: in no answer, no history and no view. */
  hidden?: v.ObjectEntries;
  columns?: { readonly [Field in keyof Entries & string]?: ColumnType };
  /** Every request needs them: all are held in memory, and answered from there while ClickHouse is away. */
  live?: true;
  /** Of a kind of the instance: the sites that a record concerns; none, where it concerns them all. */
  sitesOf?: (id: string, data: v.InferOutput<v.ObjectSchema<Entries, undefined>>) => readonly string[];
}

/** A declaration with all that was left out. */
export interface Kind {
  readonly kind: string;
  readonly scope: 'site' | 'instance';
  readonly fields: v.ObjectEntries;
  readonly schema: v.GenericSchema<unknown, Record<string, unknown>>;
  readonly access: { readonly read: Scope; readonly write: Scope };
  readonly search: readonly string[];
  readonly references: Readonly<Record<string, Reference>>;
  readonly hidden: v.ObjectEntries;
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly live: boolean;
  sitesOf(id: string, data: Record<string, unknown>): readonly string[];
}

/** What an answer, a version in a history or a view has of its own. */
const RESERVED = new Set('id version site at by deleted data updated_at updated_by once'.split(' '));
/** What a list takes beside references. */
const PARAMETERS = new Set('site search limit cursor'.split(' '));

/**
 * Declares a kind of record; with its line in `../entities.ts` that is all it needs: addresses, checks, rights, history,
 * search and an SQL view follow from it.
 *
 * @throws Error for a name that an answer, a view or a list needs for something else
 * @example
 * export const notes = defineKind({
 *   kind: 'notes', scope: 'site', access: { read: 'entities:read', write: 'entities:write' },
 *   fields: { title: v.string(), product: v.optional(v.string()) },
 *   search: ['title'], references: { product: { kind: 'products' } },
 * });
 */
export function defineKind<const Entries extends v.ObjectEntries>(
  declaration: KindDeclaration<Entries>,
): Kind {
  const { kind, scope, access, search = [], references = {}, hidden = {}, columns = {}, live } = declaration;
  const fields = withoutPrototype(declaration.fields);
  if (!/^[a-z][A-Za-z]{1,39}$/.test(kind)) throw new Error(`"${kind}" is no name for a kind: letters only`);
  const taken = Object.keys({ ...fields, ...hidden }).find((field) => RESERVED.has(field));
  if (taken) throw new Error(`${kind}: a field cannot be called "${taken}"`);
  const filter = Object.keys(references).find((field) => PARAMETERS.has(field));
  if (filter) throw new Error(`${kind}: a reference cannot be called "${filter}"`);
  const sitesOf = declaration.sitesOf as Kind['sitesOf'] | undefined;
  return {
    kind,
    scope,
    fields,
    schema: v.strictObject(fields),
    access,
    search,
    references: references as Record<string, Reference>,
    hidden,
    columns: columns as Record<string, ColumnType>,
    live: live ?? false,
    sitesOf: sitesOf ?? (() => []),
  };
}

/** Valibot asks `name in entries`, and what every object has (`constructor`) would pass for a field. */
const withoutPrototype = (entries: v.ObjectEntries): v.ObjectEntries =>
  Object.assign(Object.create(null) as v.ObjectEntries, entries);

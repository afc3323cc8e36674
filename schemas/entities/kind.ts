import * as v from 'valibot';
import type { Grant } from '../roles.js';
import type { ErrorDetail } from '../rules.js';

/** A field that names records of another kind: an id, or a list of them. It is a filter of the kind's list, too. */
export interface Reference {
  /** Its kind, or `persons`, who are no records. */
  kind: string;
  /** Nobody asks whether what is named is there. */
  mayDangle?: true;
  /** Of a list of objects: the field of each that names one. */
  at?: string;
  /** What names none, but all of them. */
  except?: string;
}

/** How a view has a field, where its schema does not tell: see `view.ts`. */
export type ColumnType = 'String' | 'Float64' | 'Bool' | 'Array(String)' | 'Decimal' | 'JSON';

/** Who may do what with a kind's records; an empty list lets nobody in. */
export interface KindAccess {
  /** See records and their history. */
  read: readonly Grant[];
  /** Make, change and delete them. */
  write: readonly Grant[];
  /** Where making or deleting is another matter than changing. */
  create?: readonly Grant[];
  delete?: readonly Grant[];
  /** What a user may do, whatever their role, with records that are about themselves. */
  own?: {
    /** The field that names the user; `id` where the record is the user. */
    field: string;
    may: readonly ('read' | 'delete')[];
  };
}

/** What is wrong with a record, in words and for a page to say. */
export interface Flaw {
  message: string;
  details: readonly ErrorDetail[];
}

/** Everything there is to say about a kind of record. */
export interface KindDeclaration<Entries extends v.ObjectEntries> {
  /** The name in addresses and of the SQL view: `products`. */
  kind: string;
  /** Records of one site, or of the instance as a whole. */
  scope: 'site' | 'instance';
  fields: Entries;
  access: KindAccess;
  /** The fields that `?search=` looks in, beside the id. */
  search?: readonly (keyof Entries & string)[];
  references?: { readonly [Field in keyof Entries & string]?: Reference };
  /** What is stored beside the fields for the collector alone: in no answer, no history and no view. */
  hidden?: v.ObjectEntries;
  /** What the collector notes beside the fields: everybody reads it, nobody writes it. */
  noted?: v.ObjectEntries;
  /** What answers have beside, found when somebody asks; neither stored nor in a view. */
  told?: v.ObjectEntries;
  /** Fields that no two records of the kind (and site) have alike, by the code of the error that says so. */
  unique?: { readonly [Field in keyof Entries & string]?: 'email_taken' };
  /** It tells of people: that somebody looked at it stands in the audit. */
  personal?: true;
  columns?: { readonly [Field in keyof Entries & string]?: ColumnType };
  /** Every request needs them: all are held in memory, and answered from there while ClickHouse is away. */
  live?: true;
  /** What no field by itself can tell to be wrong. */
  check?: (data: v.InferOutput<v.ObjectSchema<Entries, undefined>>) => Flaw | undefined;
  /** Of a kind of the instance: the sites that a record concerns; none, where it concerns them all. */
  sitesOf?: (id: string, data: v.InferOutput<v.ObjectSchema<Entries, undefined>>) => readonly string[];
}

/** A declaration with all that was left out. */
export interface Kind {
  readonly kind: string;
  readonly scope: 'site' | 'instance';
  readonly fields: v.ObjectEntries;
  readonly schema: v.GenericSchema<unknown, Record<string, unknown>>;
  readonly access: Required<Omit<KindAccess, 'own'>> & Pick<KindAccess, 'own'>;
  readonly search: readonly string[];
  readonly references: Readonly<Record<string, Reference>>;
  readonly hidden: v.ObjectEntries;
  readonly noted: v.ObjectEntries;
  readonly told: v.ObjectEntries;
  readonly unique: Readonly<Record<string, 'email_taken'>>;
  readonly personal: boolean;
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly live: boolean;
  check(data: Record<string, unknown>): Flaw | undefined;
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
 *   kind: 'notes', scope: 'site',
 *   access: { read: ['owner', 'rep', 'entities:read'], write: ['owner', 'rep', 'entities:write'] },
 *   fields: { title: v.string(), product: v.optional(v.string()) },
 *   search: ['title'], references: { product: { kind: 'products' } },
 * });
 */
export function defineKind<const Entries extends v.ObjectEntries>(
  declaration: KindDeclaration<Entries>,
): Kind {
  const { kind, scope, search = [], references = {}, hidden = {}, columns = {} } = declaration;
  const { noted = {}, told = {} } = declaration;
  const fields = withoutPrototype(declaration.fields);
  const { read, write, create = write, delete: remove = write, own } = declaration.access;
  if (!/^[a-z][A-Za-z]{1,39}$/.test(kind)) throw new Error(`"${kind}" is no name for a kind: letters only`);
  const taken = Object.keys({ ...fields, ...hidden, ...noted, ...told }).find((field) => RESERVED.has(field));
  if (taken) throw new Error(`${kind}: a field cannot be called "${taken}"`);
  const filter = Object.keys(references).find((field) => PARAMETERS.has(field));
  if (filter) throw new Error(`${kind}: a reference cannot be called "${filter}"`);
  const { check, sitesOf } = declaration as Partial<Pick<Kind, 'check' | 'sitesOf'>>;
  return {
    kind,
    scope,
    fields,
    schema: v.strictObject(fields),
    access: { read, write, create, delete: remove, ...(own && { own }) },
    search,
    references: references as Record<string, Reference>,
    hidden,
    noted,
    told,
    unique: (declaration.unique ?? {}) as Record<string, 'email_taken'>,
    personal: declaration.personal ?? false,
    columns: columns as Record<string, ColumnType>,
    live: declaration.live ?? false,
    check: check ?? (() => undefined),
    sitesOf: sitesOf ?? (() => []),
  };
}

/** Valibot asks `name in entries`, and what every object has (`constructor`) would pass for a field. */
const withoutPrototype = (entries: v.ObjectEntries): v.ObjectEntries =>
  Object.assign(Object.create(null) as v.ObjectEntries, entries);

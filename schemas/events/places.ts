/**
 * Where a field of an event is kept. Each helper puts a place beside the field's schema; `collector/pipeline/fields.ts`
 * puts the value there. `events` names nobody, so what people write and who they are is never a column or a fact of it.
 */
import * as v from 'valibot';
import type { TableRows } from '../gen/tables.js';
import { type PersonAttribute, personAttributes } from '../person_attributes.js';
import { freeText, id, lenient, personEntries } from './common.js';

export type FieldSchema = v.GenericSchema;

/** A column of the table `events`. */
export type Column = keyof TableRows['events'];

/** Who somebody is: the columns of `personal_data` that name them. */
export type IdentityName = 'email' | 'phone' | 'customer' | 'name' | 'company';

/** Steps of the pipeline that take a field apart, since what it becomes has to be worked out. */
export type StepName = 'landing' | 'form' | 'link' | 'order' | 'signature' | 'next_step';

interface Options {
  /** It may hold an e-mail address, which is taken out. */
  scrub?: boolean;
}

export interface InColumn {
  to: 'column';
  column: Column;
  scrub: boolean;
}

export interface AsFact {
  to: 'fact';
  /** That holds it as well, since queries ask for it. */
  column: Column | undefined;
  scrub: boolean;
}

export interface AsOwnId {
  to: 'own_id';
  column: Column;
}

export interface AsMessage {
  to: 'message';
}

export interface AsWrittenField {
  to: 'field';
}

export interface AsIdentity {
  to: 'identity';
  as: IdentityName;
}

export interface AsAttribute {
  to: 'attribute';
  /** Null and an empty text say that what was known is so no longer; else they say nothing. */
  clears: boolean;
}

export interface ByStep<Step extends StepName = StepName, Fact extends boolean = boolean> {
  to: 'step';
  step: Step;
  /** The step keeps it under `props`, by the field's name. */
  isFact: Fact;
}

export type Place =
  | InColumn
  | AsFact
  | AsOwnId
  | AsMessage
  | AsWrittenField
  | AsIdentity
  | AsAttribute
  | ByStep;

/** A field of an event: how it is read, and where it is kept. */
export interface Field<Schema extends FieldSchema = FieldSchema, At extends Place = Place> {
  schema: Schema;
  place: At;
}

/** Schemas that read what a column holds. */
type For<Name extends Column> = v.GenericSchema<unknown, TableRows['events'][Name] | undefined>;

/** Kept in a column of `events`; a new one is a migration. */
export function column<Name extends Column, Schema extends For<Name>>(
  name: Name,
  schema: Schema,
  { scrub = false }: Options = {},
): Field<Schema, InColumn> {
  return { schema, place: { to: 'column', column: name, scrub } };
}

/** Kept under `props`, by its own name; what queries ask for is in a column, too. */
export function fact<Schema extends FieldSchema>(
  schema: Schema,
  { column, scrub = false }: Options & { column?: Column } = {},
): Field<Schema, AsFact> {
  return { schema, place: { to: 'fact', column, scrub } };
}

/**
 * The sender's own id of what happened: a fact, empty where there is none (so that a prop of that name is not taken for
 * it), and a column, which then has one made of the event's id.
 */
export function ownId(column: Column): Field<v.OptionalSchema<typeof id, undefined>, AsOwnId> {
  return { schema: v.optional(id), place: { to: 'own_id', column } };
}

/** The one free text of an event: personal data. */
export function written<Schema extends v.GenericSchema<unknown, string | undefined>>(
  schema: Schema,
): Field<Schema, AsMessage> {
  return { schema, place: { to: 'message' } };
}

/** A short text that people write beside it: personal data, under the field's own name. */
export function writtenField<Schema extends v.GenericSchema<unknown, string | undefined>>(
  schema: Schema,
): Field<Schema, AsWrittenField> {
  return { schema, place: { to: 'field' } };
}

/** Who the event names. */
export function identity<Schema extends v.GenericSchema<unknown, string | undefined>>(
  as: IdentityName,
  schema: Schema,
): Field<Schema, AsIdentity> {
  return { schema, place: { to: 'identity', as } };
}

/** Of an event that names a person by fields of its own. */
export const personFields = {
  email: identity('email', personEntries.email),
  phone: identity('phone', personEntries.phone),
  customer: identity('customer', personEntries.customer),
};

/** The id of the import that it comes from; that may be undone. */
export const importField = fact(v.optional(id), { column: 'import_id' });

/** What somebody and whom they work for are called. */
export const nameFields = {
  name: identity('name', v.optional(freeText)),
  company: identity('company', v.optional(freeText)),
};

/** One that cannot be read never costs the event. How much of it is told of a person, the pipeline sees to. */
const said = lenient(freeText);
const changed = v.fallback(v.nullish(freeText), undefined);

type Attributes<Name extends string, Schema extends FieldSchema> = {
  [Key in Name]: Field<Schema, AsAttribute>;
};

const attributesOf = <Name extends string, Schema extends FieldSchema>(
  names: readonly Name[],
  schema: Schema,
  clears: boolean,
) =>
  Object.fromEntries(
    names.map((name) => [name, { schema, place: { to: 'attribute', clears } }]),
  ) as unknown as Attributes<Name, Schema>;

/**
 * Of an event that says more of the person than who they are. Such an event may also say what the site has declared
 * (`entities/attributes.ts`), by the names that it has there.
 */
export const attributeFields = attributesOf<PersonAttribute, typeof said>(personAttributes, said, false);

/** Of an event that changes what is known: the same, and what else is told of a person; null clears. */
export const changedFields = attributesOf(
  ['name', 'email', 'phone', 'company', ...personAttributes] as const,
  changed,
  true,
);

/** Taken apart by a step of the pipeline, which keeps what it makes of it. */
export function by<Step extends StepName, Schema extends FieldSchema>(
  step: Step,
  schema: Schema,
): Field<Schema, ByStep<Step, false>> {
  return { schema, place: { to: 'step', step, isFact: false } };
}

/** A fact that a step of the pipeline works out and keeps under `props`, by the field's name. */
export function factBy<Step extends StepName, Schema extends FieldSchema>(
  step: Step,
  schema: Schema,
): Field<Schema, ByStep<Step, true>> {
  return { schema, place: { to: 'step', step, isFact: true } };
}

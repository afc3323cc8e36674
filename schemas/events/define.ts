/**
 * What an event type is, said once: who may send it, each of its fields with the place where it is kept, and what the
 * rest of Leadline asks of it. The pipeline, the queries' parameters, the browser's types and the dashboards' texts all
 * follow from it, so that a new type is its definition, a line of the registry and its texts.
 */
import * as v from 'valibot';
import { commonEntries } from './common.js';
import type { Field, FieldSchema } from './places.js';

/** `anyone`: browsers with the public key, too. `server`: what only a shop's server or a rep can know. `collector`: only ours. */
export type Sender = 'anyone' | 'server' | 'collector';

/** A type's own fields. */
export type Fields = Readonly<Record<string, Field>>;

type SchemasOf<Own extends Fields> = { [Name in keyof Own]: Own[Name]['schema'] };
type Flat<Type> = { [Key in keyof Type]: Type[Key] };
type EntriesOf<Type extends string, Own extends Fields> = Flat<
  typeof commonEntries & { type: v.LiteralSchema<Type, undefined> } & SchemasOf<Own>
>;

interface Options<Type extends string, From extends Sender, Own extends Fields> {
  type: Type;
  from: From;
  fields: Own;
  /** Money of an order, or money of one given back: it counts as `sales` count. */
  sale?: 'order' | 'refund';
  /**
   * By which of its fields it counts once, under whatever event ids it is sent again. Without the first of them it counts
   * by its event id (`key.ts`).
   */
  once?: readonly (keyof Own & string)[];
  /** False where it shows no interest of the person's: after it a lead is no prospect yet. */
  showsInterest?: boolean;
  /** False for what reps write into the record: the person was not seen by it. */
  isSeen?: boolean;
  /** It may be of no browser and of nobody: it then stands by itself. */
  standsAlone?: boolean;
  /** It enters a person: whose it is its own identifiers say before the batch does, and a browser alone is nobody. */
  entersPerson?: boolean;
}

/** An event type as {@link defineEvent} puts it together. */
export interface Definition<
  Type extends string = string,
  From extends Sender = Sender,
  Own extends Fields = Fields,
> extends Required<Omit<Options<Type, From, Own>, 'sale' | 'once'>> {
  sale: 'order' | 'refund' | undefined;
  once: readonly string[];
  /** That it says more of the person than who they are, and whether null clears it (`AsAttribute`). */
  tells: { clears: boolean } | undefined;
  schema: v.LooseObjectSchema<EntriesOf<Type, Own>, undefined>;
}

/**
 * Defines an event type. A field without a place is a type error.
 *
 * @example
 * export const demoGiven = defineEvent({
 *   type: 'demo_given',
 *   from: 'server',
 *   fields: { product: fact(shortText), notes: written(v.optional(freeText)) },
 * });
 */
export function defineEvent<
  const Type extends string,
  const From extends Sender,
  const Own extends Readonly<Record<string, Field>>,
>({ type, from, fields, sale, once = [], ...traits }: Options<Type, From, Own>): Definition<Type, From, Own> {
  const own = Object.fromEntries(
    Object.entries(fields).map(([name, { schema }]): [string, FieldSchema] => [name, schema]),
  ) as SchemasOf<Own>;
  const entries = { ...commonEntries, type: v.literal(type), ...own } as EntriesOf<Type, Own>;
  const { showsInterest = true, isSeen = true, standsAlone = false, entersPerson = false } = traits;
  return {
    type,
    from,
    fields,
    sale,
    once,
    showsInterest,
    isSeen,
    standsAlone,
    entersPerson,
    tells: Object.values(fields)
      .map(({ place }) => place)
      .find((place) => place.to === 'attribute'),
    schema: v.looseObject(entries),
  };
}

/** What a sender writes. */
export type InputOf<Known extends { schema: FieldSchema }> = v.InferInput<Known['schema']>;
/** As its schema has read it. */
export type OutputOf<Known extends { schema: FieldSchema }> = v.InferOutput<Known['schema']>;

import type { EventType, FactName, MessageName, WrittenFieldName } from '../../schemas/events.js';

/** What a fact is called; some by how many it tells. */
type Term = string | ((count: number) => string);

type Named<Part extends string, Name extends string, Text> = [Name] extends [never]
  ? unknown
  : { [Key in Part]: Record<Name, Text> };

/**
 * The texts of every event type, by what its definition in `schemas/events/` declares. A type without a sentence of its own
 * on the timeline is told by its label, with its facts and what was written beside it.
 */
export type EventTexts = {
  [Type in EventType]: { label: string } & Named<'facts', FactName<Type>, Term> &
    Named<'fields', WrittenFieldName<Type>, string> &
    ([MessageName<Type>] extends [never] ? unknown : { message: string });
};

/** The texts of one type, whichever it is. */
export interface EventText {
  label: string;
  facts?: Record<string, Term>;
  /** Of the short texts that people write beside it. */
  fields?: Record<string, string>;
  /** Of the one free text. */
  message?: string;
}

/** @returns undefined for a type of the owner's own, which may have any name */
export function textsOf(type: string, { events }: { events: EventTexts }): EventText | undefined {
  return Object.hasOwn(events, type) ? events[type as EventType] : undefined;
}

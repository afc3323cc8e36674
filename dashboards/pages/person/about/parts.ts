import type { Said } from '../../../people/claims.js';
import { type Identifier, identifiersOf } from './said.js';

/** What is known of either person that one is separated into. */
export interface Part {
  /** The newest first. */
  names: readonly string[];
  identifiers: readonly Identifier[];
  /** When something was said of them the last time; 0 where nobody knows. */
  lastSaid: number;
}

/** An event goes with the strongest identifier that it brought. */
const STRONGEST_FIRST = ['email', 'phone', 'customer'];

/**
 * What goes with an id, and what stays, as far as what was said tells: an identifier goes with the id that it stands for,
 * all else with the event that said it last.
 */
export function partsOf(said: readonly Said[], id: string): { goes: Part; stays: Part } {
  const idOfEvent = new Map<string, string>();
  for (const attribute of STRONGEST_FIRST)
    for (const one of said)
      if (one.attribute === attribute && one.id && !idOfEvent.has(one.event_id))
        idOfEvent.set(one.event_id, one.id);
  const idOf = (one: Said) => one.id || idOfEvent.get(one.event_id);
  return {
    goes: partOf(said.filter((one) => idOf(one) === id)),
    // Of a name whose event told of another identifier since nobody can say; an identifier is never left out.
    stays: partOf(
      said.filter((one) => idOf(one) !== id && (idOf(one) !== undefined || one.attribute !== 'name')),
    ),
  };
}

function partOf(said: readonly Said[]): Part {
  const names = said
    .filter(({ attribute, value }) => attribute === 'name' && value)
    .sort((one, other) => other.last_said - one.last_said);
  return {
    names: [...new Set(names.map(({ value }) => value))],
    identifiers: identifiersOf(said),
    lastSaid: Math.max(0, ...said.map(({ last_said }) => last_said)),
  };
}

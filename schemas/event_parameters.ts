import type { Definition } from './events/define.js';
import { RULED } from './events/owner_assigned.js';
import { events } from './events.js';

const typesWith = (has: (definition: Definition) => unknown): string[] =>
  Object.values(events)
    .filter((definition) => has(definition as Definition))
    .map(({ type }) => type);

/** What queries ask of event types, as the parameters that they bind: a new type is among them by its definition. */
export const eventParameters = {
  /** Orders and money given back. */
  sale_types: typesWith(({ sale }) => sale),
  /** Believed before what a browser says of the same. */
  server_types: typesWith(({ from }) => from === 'server'),
  uninterested_types: typesWith(({ showsInterest }) => !showsInterest),
  /** They say more of a person than who they are. */
  telling_types: typesWith(({ tells }) => tells),
  unseen_types: typesWith(({ isSeen }) => !isSeen),
  ruled: RULED,
};

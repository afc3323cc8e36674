import type * as v from 'valibot';
import { click } from './events/click.js';
import { clickEvidence } from './events/click_evidence.js';
import { consent } from './events/consent.js';
import { contactChanged } from './events/contact_changed.js';
import { contactLogged } from './events/contact_logged.js';
import { conversion } from './events/conversion.js';
import { custom } from './events/custom.js';
import type { Definition, InputOf, OutputOf, Sender } from './events/define.js';
import { feedback } from './events/feedback.js';
import { formSubmit } from './events/form_submit.js';
import { identify } from './events/identify.js';
import { leadEntered } from './events/lead_entered.js';
import { linkClick } from './events/link_click.js';
import { nextStepDone } from './events/next_step_done.js';
import { nextStepSet } from './events/next_step_set.js';
import { orderCancelled } from './events/order_cancelled.js';
import { orderChanged } from './events/order_changed.js';
import { orderReinstated } from './events/order_reinstated.js';
import { ownerAssigned } from './events/owner_assigned.js';
import { pageLeave } from './events/page_leave.js';
import { pageView } from './events/page_view.js';
import { personChanged } from './events/person_changed.js';
import type { Field, StepName } from './events/places.js';
import { purchase } from './events/purchase.js';
import { refund } from './events/refund.js';
import { retracted } from './events/retracted.js';
import { stageChanged } from './events/stage_changed.js';

/** Every event type that Leadline knows. A new type is one file in `events/` and one line here. */
export const events = registry({
  page_view: pageView,
  page_leave: pageLeave,
  form_submit: formSubmit,
  link_click: linkClick,
  click,
  click_evidence: clickEvidence,
  identify,
  consent,
  conversion,
  purchase,
  order_changed: orderChanged,
  order_cancelled: orderCancelled,
  order_reinstated: orderReinstated,
  refund,
  lead_entered: leadEntered,
  person_changed: personChanged,
  contact_logged: contactLogged,
  contact_changed: contactChanged,
  next_step_set: nextStepSet,
  next_step_done: nextStepDone,
  stage_changed: stageChanged,
  owner_assigned: ownerAssigned,
  retracted,
  feedback,
});

/** Each type stands under its own name. */
function registry<const Known extends { readonly [Type in keyof Known]: Definition<Type & string> }>(
  known: Known,
): Known {
  return known;
}

type Events = typeof events;
export type EventType = keyof Events;

/** Every type's name. */
export const eventTypes = Object.keys(events) as EventType[];

const typesFrom = (sender: Sender): EventType[] => eventTypes.filter((type) => events[type].from === sender);

/** What only a shop's server or a rep can know: refused from the public key, which anybody can read in the page. */
export const serverOnlyTypes: ReadonlySet<string> = new Set(typesFrom('server'));

/** Names that nobody's events may have: of what the collector alone makes. */
export const reservedTypes: ReadonlySet<string> = new Set(typesFrom('collector'));

/** The definition of a type; undefined for the owner's own, which may have any name, `constructor` too. */
export function definitionOf(type: unknown): Definition | undefined {
  const isKnown = typeof type === 'string' && Object.hasOwn(events, type);
  return isKnown ? (events[type as EventType] as Definition) : undefined;
}

type Known = { [Type in EventType]: OutputOf<Events[Type]> }[EventType];

/** A validated event: of a known type, or of the owner's own. */
export type Event = Known | v.InferOutput<typeof custom>;

/** The schema that reads events of a type, with the fields that it knows. */
export const schemaOf = (type: unknown) =>
  (definitionOf(type)?.schema ?? custom) as v.GenericSchema<unknown, Event> & {
    entries: typeof custom.entries;
  };

/** What a sender may write: of a browser's public key all that `anyone` may send. */
export type EventFrom<From extends Sender> =
  | { [Type in EventType]: Events[Type]['from'] extends From ? InputOf<Events[Type]> : never }[EventType]
  | v.InferInput<typeof custom>;

type FieldsOf<Type extends EventType> = Events[Type]['fields'];
/** Names of the fields of a type whose place is such a one. */
type Placed<Type extends EventType, At> = {
  [Name in keyof FieldsOf<Type>]: FieldsOf<Type>[Name] extends { place: At } ? Name : never;
}[keyof FieldsOf<Type>] &
  string;

/** Names of what a type keeps under `props`. */
export type FactName<Type extends EventType> = Placed<Type, { to: 'fact' | 'own_id' } | { isFact: true }>;
/** Names of the short texts that people write beside it. */
export type WrittenFieldName<Type extends EventType> = Placed<Type, { to: 'field' }>;
/** The name of its free text, if it has one. */
export type MessageName<Type extends EventType> = Placed<Type, { to: 'message' }>;

/** What stands under `props` of a type, as far as it was sent. */
export type FactsOf<Type extends EventType> = {
  [Name in FactName<Type>]?: Name extends keyof OutputOf<Events[Type]> ? OutputOf<Events[Type]>[Name] : never;
};

/** An event of which the step takes a field apart. */
export type EventFor<Step extends StepName> = {
  [Type in EventType]: [Placed<Type, { step: Step }>] extends [never] ? never : OutputOf<Events[Type]>;
}[EventType];

const typesFor = (step: StepName): ReadonlySet<string> =>
  new Set(
    eventTypes.filter((type) =>
      Object.values<Field>(events[type].fields).some(
        ({ place }) => place.to === 'step' && place.step === step,
      ),
    ),
  );

/** For a step: tells the events that it has something to do with. */
export function eventsFor<Step extends StepName>(step: Step): (event: Event) => event is EventFor<Step> {
  const types = typesFor(step);
  return (event): event is EventFor<Step> => types.has(event.type);
}

/** Tells a validated event's type: a known name was read by its own schema. */
export function is<Type extends EventType>(type: Type, event: Event): event is OutputOf<Events[Type]> {
  return event.type === type;
}

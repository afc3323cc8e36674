import type * as v from 'valibot';
import { consent } from './events/consent.js';
import { contactLogged } from './events/contact_logged.js';
import { conversion } from './events/conversion.js';
import { custom } from './events/custom.js';
import { feedback } from './events/feedback.js';
import { formSubmit } from './events/form_submit.js';
import { identify } from './events/identify.js';
import { leadEntered } from './events/lead_entered.js';
import { linkClick } from './events/link_click.js';
import { ownerAssigned } from './events/owner_assigned.js';
import { pageLeave } from './events/page_leave.js';
import { pageView } from './events/page_view.js';
import { purchase } from './events/purchase.js';
import { refund } from './events/refund.js';
import { stageChanged } from './events/stage_changed.js';

/** Every event type that Leadline knows. A new type is one file in `events/` and one line here. */
export const eventSchemas = {
  page_view: pageView,
  page_leave: pageLeave,
  form_submit: formSubmit,
  link_click: linkClick,
  identify,
  consent,
  conversion,
  purchase,
  refund,
  lead_entered: leadEntered,
  contact_logged: contactLogged,
  stage_changed: stageChanged,
  owner_assigned: ownerAssigned,
  feedback,
} as const;

/** What only a shop's server or a rep can know: refused from the public key, which anybody can read in the page. */
export const serverOnlyTypes: ReadonlySet<string> = new Set([
  'purchase',
  'refund',
  'lead_entered',
  'contact_logged',
  'stage_changed',
  'owner_assigned',
] satisfies (keyof typeof eventSchemas)[]);

/**
 * Names that Leadline keeps for types it does not take yet, so that nobody's own event can pass for one later.
 * A type moves from here to the registry when it is built.
 */
export const reservedTypes: ReadonlySet<string> = new Set(['click', 'click_landed']);

/** The schema that reads events of a type; the owner's own types may have any name, `constructor` too. */
export function schemaOf(type: unknown): Known | typeof custom {
  const isKnown = typeof type === 'string' && Object.hasOwn(eventSchemas, type);
  return isKnown ? eventSchemas[type as keyof typeof eventSchemas] : custom;
}

type Known = (typeof eventSchemas)[keyof typeof eventSchemas];

/** A validated event: of a known type, or of the owner's own. */
export type Event = v.InferOutput<Known> | v.InferOutput<typeof custom>;

/** Tells a validated event's type: a known name was read by its own schema. */
export function is<Type extends keyof typeof eventSchemas>(
  type: Type,
  event: Event,
): event is v.InferOutput<(typeof eventSchemas)[Type]> {
  return event.type === type;
}

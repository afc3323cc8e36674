import type { TimelineEvent } from '../../api.js';
import type { IconName } from '../../components/Icon.js';
import { UserText } from '../../components/Text.js';
import { textsOf } from '../../i18n/events.js';
import type { Rich } from '../../i18n/messages.js';
import { OrderLink } from '../../orders/OrderLink.js';
import { readableUrl, safeHref } from '../../urls.js';
import { Cut, EventLink } from './Cut.js';
import { factsOf, stageText } from './told.js';
import type { Words } from './words.js';

/** What an owner is called. */
export type OwnerName = (owner: string) => string;

interface Told {
  icon: IconName;
  text: Rich;
}

const strong = (text: string) => (
  <strong>
    <UserText>{text}</UserText>
  </strong>
);

/** A page that somebody looked at. */
export const pageLink = (event: TimelineEvent) => (
  <EventLink event={event} column="url">
    {event.title || readableUrl(event.url) || '/'}
  </EventLink>
);

/** The same, where there is room for all of it. */
const wholePage = (event: TimelineEvent) => (
  <>
    {pageLink(event)}
    <Cut event={event} columns={['title', 'url']} />
  </>
);

/**
 * What an event says in words, and the picture that goes with it. A type without a
 * sentence here is told by its label, one of the owner's own by its name.
 */
export function tell(event: TimelineEvent, m: Words, ownerName: OwnerName): Told {
  switch (event.type) {
    case 'page_view':
      return { icon: 'page', text: m.timeline.viewed(wholePage(event)) };
    // Only where the view itself is not known: else that tells it.
    case 'page_leave':
      return { icon: 'page', text: m.timeline.left(wholePage(event)) };
    case 'form_submit': {
      const form = event.form_name || event.form_id;
      return { icon: 'form', text: form ? m.timeline.submitted(strong(form)) : m.events.form_submit.label };
    }
    case 'link_click':
      return tellLink(event, m);
    case 'identify':
      return {
        icon: 'person',
        text: factsOf('identify', event).click ? m.timeline.byTheirLink : m.events.identify.label,
      };
    case 'consent':
      return tellConsent(event, m);
    case 'conversion':
      return tellConversion(event, m);
    case 'purchase':
      return { icon: 'order', text: m.timeline.ordered(<OrderLink order={event.order_id} />) };
    case 'order_changed':
      return { icon: 'order', text: m.timeline.orderChanged(<OrderLink order={event.order_id} />) };
    case 'order_cancelled':
      return { icon: 'remove', text: m.timeline.orderCancelled(<OrderLink order={event.order_id} />) };
    case 'order_reinstated':
      return { icon: 'order', text: m.timeline.orderReinstated(<OrderLink order={event.order_id} />) };
    case 'refund':
      return { icon: 'refund', text: m.timeline.refunded(<OrderLink order={event.order_id} />) };
    case 'lead_entered':
      return { icon: 'person', text: m.events.lead_entered.label };
    case 'person_changed':
      return { icon: 'person', text: m.events.person_changed.label };
    case 'contact_logged':
      return tellContact(event, m);
    case 'contact_changed': {
      const { icon, text } = tellContact(event, m);
      return { icon, text: [m.events.contact_changed.label, ': ', text] };
    }
    case 'next_step_set':
      return {
        icon: 'goal',
        text: m.timeline.stepSet(strong(event.next_step || m.timeline.stepUntitled)),
      };
    case 'next_step_done':
      return { icon: 'check', text: m.events.next_step_done.label };
    case 'stage_changed':
      return {
        icon: 'stage',
        text: m.timeline.stageChanged(strong(stageText(factsOf('stage_changed', event).stage, m))),
      };
    case 'owner_assigned':
      return tellOwner(event, m, ownerName);
    case 'feedback':
      return { icon: 'feedback', text: m.events.feedback.label };
    default:
      return { icon: 'event', text: textsOf(event.type, m)?.label ?? m.timeline.custom(strong(event.type)) };
  }
}

function tellOwner(event: TimelineEvent, m: Words, ownerName: OwnerName): Told {
  const { owner, rule } = factsOf('owner_assigned', event);
  const name = owner && strong(ownerName(owner));
  if (!name) return { icon: 'person', text: m.timeline.unassigned };
  return {
    icon: 'person',
    // A sender's own prop may stand under the name.
    text:
      rule && typeof rule === 'string'
        ? m.timeline.assignedBy(name, strong(rule))
        : m.timeline.assigned(name),
  };
}

function tellLink(event: TimelineEvent, m: Words): Told {
  const { link_url: url, link_kind: kind } = event;
  const whole = (what: Rich) => (
    <>
      {what}
      <Cut event={event} columns={['link_url']} />
    </>
  );
  switch (kind) {
    case 'download':
      return { icon: 'download', text: m.timeline.download(whole(linkTo(event, fileOf(url)))) };
    case 'email':
      return {
        icon: 'mail',
        text: m.timeline.email(whole(strong(url.replace(/^mailto:/i, '').replace(/\?.*$/, '')))),
      };
    case 'phone':
      return { icon: 'phone', text: m.timeline.phone(whole(strong(url.replace(/^(tel|sms):/i, '')))) };
    default:
      return { icon: 'link', text: m.timeline.outbound(whole(linkTo(event, readableUrl(url)))) };
  }
}

const linkTo = (event: TimelineEvent, text: string) => (
  <EventLink event={event} column="link_url">
    {text}
  </EventLink>
);

/** The name of a file, of one on the web. */
const fileOf = (url: string): string =>
  (safeHref(url) && readableUrl(url).replace(/\?.*$/, '').split('/').at(-1)) || readableUrl(url);

function tellConversion(event: TimelineEvent, m: Words): Told {
  const { order_id: order } = event;
  if (order) return { icon: 'order', text: m.timeline.ordered(strong(order)) };
  const { name } = factsOf('conversion', event);
  // A sender's own prop may stand under the name.
  const goal = typeof name === 'string' ? name : '';
  return { icon: 'goal', text: goal ? m.timeline.reached(strong(goal)) : m.events.conversion.label };
}

const contactIcons = { call: 'phone', visit: 'visit', meeting: 'leads', note: 'note' } as const;

/** Without a purpose it is about tracking. */
function tellConsent(event: TimelineEvent, m: Words): Told {
  const { choice, purpose } = factsOf('consent', event);
  const isGranted = choice === 'granted';
  const icon = isGranted ? 'check' : 'remove';
  if (!purpose) return { icon, text: isGranted ? m.timeline.agreed : m.timeline.refused };
  return { icon, text: m.timeline.chose[choice ?? 'granted'](strong(purpose)) };
}

function tellContact(event: TimelineEvent, m: Words): Told {
  const { channel, direction } = factsOf('contact_logged', event);
  const known = Object.hasOwn(contactIcons, String(channel))
    ? (channel as keyof typeof contactIcons)
    : 'note';
  const way = direction === 'inbound' || direction === 'outbound' ? direction : 'told';
  return { icon: contactIcons[known], text: m.timeline.contacts[known][way] };
}

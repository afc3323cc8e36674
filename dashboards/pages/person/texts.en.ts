import type { BotSignal } from '../../../schemas/bot_signals.js';
import type { ClickEvidence } from '../../../schemas/events/click_evidence.js';
import type { Rich } from '../../i18n/messages.js';
import { plurals } from '../../i18n/plural.js';

const plural = plurals('en');

export interface Texts {
  person: {
    back: string;
    missing: string;
    /** To whoever sees their own people alone. */
    missingOrOther: string;
  };
  retract: Record<'action' | 'title' | 'explained' | 'done', string> & { wasOn: (when: string) => string };
  timeline: {
    title: string;
    empty: string;
    search: string;
    type: string;
    campaign: string;
    goTo: string;
    day: string;
    show: string;
    /** That a day is the newest that is shown. */
    until: (day: string) => string;
    toNewest: string;
    showNewer: string;
    nothingUntil: (day: string) => string;
    added: (count: number) => string;
    /** Pages of one visit, which follow; `time` is empty where it was a moment. */
    visited: (pages: number, time: string) => string;
    /** At the event by which a browser that nobody knew became this person's. */
    becameKnown: string;
    /** Of what it did before. */
    unknownThen: string;
    viewed: (page: Rich) => Rich;
    left: (page: Rich) => Rich;
    /** `share` is empty where it is not known. */
    read: (time: string, share: string) => string;
    agreed: string;
    refused: string;
    chose: Record<'granted' | 'denied' | 'withdrawn', (purpose: Rich) => Rich>;
    repeated: (count: number) => string;
    byTheirLink: string;
    submitted: (form: Rich) => Rich;
    outbound: (target: Rich) => Rich;
    download: (file: Rich) => Rich;
    email: (address: Rich) => Rich;
    phone: (number: Rich) => Rich;
    ordered: (order: Rich) => Rich;
    refunded: (order: Rich) => Rich;
    orderChanged: (order: Rich) => Rich;
    orderCancelled: (order: Rich) => Rich;
    orderReinstated: (order: Rich) => Rich;
    /** By channel, then by who sought the other; `told` where that is not known. */
    contacts: Record<'call' | 'visit' | 'meeting' | 'note', Record<'inbound' | 'outbound' | 'told', string>>;
    stepSet: (what: Rich) => Rich;
    /** Of a next step that nobody has described. */
    stepUntitled: string;
    nextStep: string;
    stageChanged: (stage: Rich) => Rich;
    assigned: (owner: Rich) => Rich;
    assignedBy: (owner: Rich, rule: Rich) => Rich;
    unassigned: string;
    reached: (goal: Rich) => Rich;
    custom: (name: Rich) => Rich;
    page: string;
    source: string;
    referrer: string;
    value: string;
    coupon: string;
    each: (price: string) => string;
    moreLines: (count: number) => string;
    order: string;
    /** What speaks for a person behind a click. */
    evidence: Record<ClickEvidence['kind'], string>;
    notByHand: (what: string) => string;
    /** Of what somebody of the site's own team did. */
    team: string;
    /** Of what came in with a file. */
    imported: string;
    /** Of an identity that the page says the site's server has signed. */
    wrongSignature: string;
    message: string;
    consents: string;
    bot: string;
    botSignals: Record<BotSignal, string>;
    props: string;
    /** What was written into a form. */
    fields: string;
    fieldCount: (count: number) => string;
    characters: (count: number) => string;
    /** Of what is long; `amount` is how much there is. */
    showAll: (amount: string) => string;
    showLess: string;
  };
  /** Of a contact that a rep logged. */
  correct: {
    action: string;
    /** Whom it was with, where a name is no help. */
    them: string;
    /** Above what a contact was told to be before. */
    before: (count: number) => string;
    toldOn: (when: string) => string;
    wasOn: (when: string) => string;
    tookPlace: (when: string) => string;
  };
}

export const texts: Texts = {
  person: {
    back: 'Leads',
    missing: 'This person is not on this site, or has been erased.',
    missingOrOther: 'This person is not on this site, is not yours, or has been erased.',
  },
  timeline: {
    title: 'Timeline',
    empty: 'Nothing has been recorded yet.',
    search: 'Search this timeline',
    type: 'Event',
    campaign: 'Campaign',
    goTo: 'Go to date',
    day: 'Day',
    show: 'Show',
    until: (day) => `Up to ${day}`,
    toNewest: 'Back to the newest',
    showNewer: 'Show newer',
    nothingUntil: (day) => `Nothing happened up to ${day}.`,
    added: (count) => plural(count, { one: '# new event', other: '# new events' }),
    visited: (pages, time) =>
      plural(pages, { one: 'Viewed # page', other: 'Viewed # pages' }) + (time ? ` in ${time}:` : ':'),
    becameKnown: 'Became known',
    unknownThen: 'unknown until then',
    viewed: (page) => ['Viewed ', page],
    left: (page) => ['Left ', page],
    read: (time, share) => (share ? `${time} on the page, ${share} read` : `${time} on the page`),
    agreed: 'Agreed to tracking',
    refused: 'Refused tracking',
    chose: {
      granted: (purpose) => ['Agreed to: ', purpose],
      denied: (purpose) => ['Refused: ', purpose],
      withdrawn: (purpose) => ['Withdrew: ', purpose],
    },
    repeated: (count) => plural(count, { one: '# time', other: '# times' }),
    byTheirLink: 'Came by a link that was made for them',
    submitted: (form) => ['Submitted the form “', form, '”'],
    outbound: (target) => ['Clicked a link to ', target],
    download: (file) => ['Downloaded ', file],
    email: (address) => ['Clicked the e-mail address ', address],
    phone: (number) => ['Clicked the phone number ', number],
    ordered: (order) => ['Placed the order ', order],
    refunded: (order) => ['Got money back for the order ', order],
    orderChanged: (order) => ['The order ', order, ' was changed'],
    orderCancelled: (order) => ['The order ', order, ' was cancelled'],
    orderReinstated: (order) => ['The order ', order, ' was reinstated'],
    contacts: {
      call: { inbound: 'Called', outbound: 'Was called', told: 'Phone call' },
      visit: { inbound: 'Came to visit', outbound: 'Was visited', told: 'Visit' },
      meeting: { inbound: 'Asked for a meeting', outbound: 'Was invited to a meeting', told: 'Meeting' },
      note: { inbound: 'Note', outbound: 'Note', told: 'Note' },
    },
    stepSet: (what) => ['To do next: ', what],
    stepUntitled: 'Get in touch',
    nextStep: 'Next step',
    stageChanged: (stage) => ['Came to the stage “', stage, '”'],
    assigned: (owner) => ['Was assigned to ', owner],
    assignedBy: (owner, rule) => ['Was assigned to ', owner, ' by the rule “', rule, '”'],
    unassigned: 'Has no owner any more',
    reached: (goal) => ['Reached the goal “', goal, '”'],
    custom: (name) => ['Did “', name, '”'],
    page: 'Page',
    source: 'Source',
    referrer: 'Came from',
    value: 'Value',
    coupon: 'Coupon',
    each: (price) => `${price} each`,
    moreLines: (count) => plural(count, { one: '# more item', other: '# more items' }),
    order: 'Order',
    evidence: {
      landing: 'the page that the link leads to was opened',
      pointer: 'a mouse, pen or finger on the page',
      key: 'a key pressed on the page',
      touch: 'a touch of the screen',
      prerender_activated: 'a page that was loaded ahead was shown',
    },
    notByHand: (what) => `${what}, by a program and no hand`,
    team: 'Own traffic',
    imported: 'imported',
    wrongSignature: 'wrong: counts as a claim',
    message: 'Message',
    consents: 'Agreed to',
    bot: 'Signs of a program',
    botSignals: {
      user_agent: 'the browser calls itself one',
      no_user_agent: 'the browser does not say what it is',
      prefetch: 'the page was fetched ahead',
    },
    props: 'More details',
    fields: 'Fields',
    fieldCount: (count) => plural(count, { one: '# field', other: '# fields' }),
    characters: (count) => plural(count, { one: '# character', other: '# characters' }),
    showAll: (amount) => `Show all (${amount})`,
    showLess: 'Show less',
  },
  retract: {
    action: 'Retract',
    title: 'Retract this entry?',
    explained:
      'It counts no more: not in lists, reports or next steps. It stays on the timeline, struck through.',
    done: 'The entry is retracted',
    wasOn: (when) => `Retracted ${when}`,
  },
  correct: {
    action: 'Correct',
    them: 'them',
    before: (count) => plural(count, { one: 'What it said before', other: 'What it said before, # times' }),
    toldOn: (when) => `Told ${when}`,
    wasOn: (when) => `Corrected ${when}`,
    tookPlace: (when) => `took place ${when}`,
  },
};

import type { EventTexts } from './events.js';

const lines = 'Items';
const rep = 'Sales rep';
const why = 'Reason';
const imported = 'Import';
const notes = 'Notes';

export const texts: EventTexts = {
  page_view: { label: 'Viewed a page' },
  page_leave: { label: 'Left a page' },
  form_submit: { label: 'Submitted a form' },
  link_click: { label: 'Clicked a link' },
  click: {
    label: 'Followed a tracked link',
    facts: {
      click: 'Click',
      link: 'Link',
      campaign: 'Campaign',
      method: 'Method',
      purpose: 'What for',
      agent: 'Program',
      addressHash: 'Hash of the address',
      recipient: 'Recipient',
      message: 'Message',
    },
  },
  click_evidence: {
    label: 'Gave evidence of a click',
    facts: { click: 'Click', kind: 'What was noticed', trusted: 'By hand' },
  },
  identify: {
    label: 'Was identified by the site',
    facts: { signature: 'Signature', click: 'Click' },
  },
  consent: {
    label: 'Answered about tracking',
    facts: { choice: 'Answer', purpose: 'Purpose', text: 'Text', version: 'Version', source: 'How', rep },
    message: 'Wording',
  },
  conversion: { label: 'Converted', facts: { name: 'Goal', lines } },
  purchase: {
    label: 'Placed an order',
    facts: { lines, reps: (count) => (count === 1 ? rep : 'Sales reps') },
    message: 'Instructions',
  },
  order_changed: {
    label: 'An order was changed',
    facts: {
      lines,
      revision: 'Revision',
      placedAt: 'Placed',
      reps: (count) => (count === 1 ? rep : 'Sales reps'),
      rep,
    },
    message: 'Instructions',
  },
  order_cancelled: { label: 'An order was cancelled', facts: { rep }, message: why },
  order_reinstated: { label: 'An order was reinstated', facts: { rep }, message: why },
  refund: { label: 'Got money back', facts: { lines, refundId: 'Refund number', rep }, message: why },
  lead_entered: { label: 'Was entered as a lead', facts: { rep, import: imported }, message: notes },
  person_changed: { label: 'Details were changed', facts: { rep, import: imported } },
  contact_logged: {
    label: 'Was in contact',
    facts: { channel: 'Channel', direction: 'Direction', durationMinutes: 'Minutes', rep },
    fields: { subject: 'Subject', outcome: 'Outcome' },
    message: notes,
  },
  contact_changed: {
    label: 'Corrected a contact',
    facts: {
      revision: 'Revision',
      channel: 'Channel',
      direction: 'Direction',
      durationMinutes: 'Minutes',
      rep,
    },
    fields: { subject: 'Subject', outcome: 'Outcome' },
    message: notes,
  },
  next_step_set: { label: 'Set a next step' },
  next_step_done: { label: 'Did a next step', facts: { step: 'Next step', rep }, message: notes },
  stage_changed: {
    label: 'Came to another stage',
    facts: { stage: 'Stage', from: 'Before', rep, import: imported },
    message: why,
  },
  owner_assigned: {
    label: 'Was given another owner',
    facts: { owner: 'Owner', rep, rule: 'Rule', import: imported },
  },
  retracted: {
    label: 'Something was retracted',
    facts: { event: 'Event', import: imported, restored: 'Counts again', rep },
  },
  feedback: {
    label: 'Gave feedback',
    facts: { rating: 'Rating', ratingMax: 'Best rating' },
    message: 'Message',
  },
};

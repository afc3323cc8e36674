import type { Channel } from './whom.js';

export interface Texts {
  /** On the buttons. */
  channels: Record<Channel, string>;
  logged: Record<Channel, (name: string) => string>;
  add: Record<
    | 'title'
    | 'email'
    | 'phone'
    | 'name'
    | 'company'
    | 'source'
    | 'sourceHint'
    | 'note'
    | 'save'
    /** Neither an address nor a number is there. */
    | 'nobody'
    | 'noEmail'
    /** Of whoever sees their own people alone. */
    | 'notYours'
    | 'known',
    string
  > & { added: (name: string) => string };
  contact: {
    title: Record<Channel, (name: string) => string>;
    correct: Record<Channel, (name: string) => string>;
    direction: string;
    outbound: string;
    inbound: string;
    when: string;
    minutes: string;
    outcome: string;
    notes: string;
    /** Above the fields of what comes next. */
    next: string;
    save: string;
    inFuture: string;
    corrected: string;
  };
  step: {
    set: string;
    title: (name: string) => string;
    what: string;
    when: string;
    who: string;
    /** Whoever has charge. */
    anyone: string;
    whenMissing: string;
    save: string;
    /** The person's open steps. */
    open: string;
    done: string;
    change: string;
    doneOf: (what: string) => string;
    changeOf: (what: string) => string;
    wasSet: (name: string) => string;
    wasDone: (what: string) => string;
    /** Of a step that nobody has described. */
    untitled: string;
    overdue: string;
  };
  status: {
    action: string;
    title: (name: string) => string;
    status: string;
    reason: string;
    reasonHint: string;
    changed: (name: string, status: string) => string;
  };
  owner: {
    action: string;
    title: (name: string) => string;
    owner: string;
    nobody: string;
    changed: (name: string, owner: string) => string;
    nobodyNow: (name: string) => string;
  };
  consent: {
    title: (name: string) => string;
    text: string;
    /** None of the site's. */
    another: string;
    day: string;
    inFuture: string;
    purpose: string;
    purposeHint: string;
    choice: string;
    source: string;
    sourceHint: string;
    wording: string;
    wordingHint: string;
    save: string;
    needed: string;
    done: (name: string) => string;
    states: Record<'granted' | 'denied' | 'withdrawn', string>;
  };
}

export const texts: Texts = {
  channels: { call: 'Call', visit: 'Visit', meeting: 'Meeting', note: 'Note' },
  logged: {
    call: (name) => `The call with ${name} is logged`,
    visit: (name) => `The visit with ${name} is logged`,
    meeting: (name) => `The meeting with ${name} is logged`,
    note: (name) => `The note on ${name} is kept`,
  },
  add: {
    title: 'Add a person',
    email: 'E-mail',
    phone: 'Phone',
    name: 'Name',
    company: 'Company',
    source: 'Source',
    sourceHint: 'Such as a fair, or who recommended them.',
    note: 'Note',
    save: 'Add',
    nobody: 'An e-mail address or a phone number is needed.',
    notYours: 'Somebody else has charge of this person already.',
    noEmail: 'This is no e-mail address.',
    known: 'Already there:',
    added: (name) => `${name} is added`,
  },
  contact: {
    title: {
      call: (name) => `Call with ${name}`,
      visit: (name) => `Visit with ${name}`,
      meeting: (name) => `Meeting with ${name}`,
      note: (name) => `Note on ${name}`,
    },
    correct: {
      call: (name) => `Correct the call with ${name}`,
      visit: (name) => `Correct the visit with ${name}`,
      meeting: (name) => `Correct the meeting with ${name}`,
      note: (name) => `Correct the note on ${name}`,
    },
    direction: 'Who reached out',
    outbound: 'We did',
    inbound: 'They did',
    when: 'When',
    minutes: 'Minutes',
    outcome: 'Outcome',
    notes: 'Notes',
    next: 'What comes next',
    save: 'Save',
    inFuture: 'This is yet to come: set it as a next step.',
    corrected: 'The contact is corrected',
  },
  step: {
    set: 'Next step',
    title: (name) => `Next step with ${name}`,
    what: 'What',
    when: 'When',
    who: 'Who',
    anyone: 'Whoever owns the person',
    whenMissing: 'Say when.',
    save: 'Save',
    open: 'Next steps',
    done: 'Done',
    change: 'Change',
    doneOf: (what) => `Done: ${what}`,
    changeOf: (what) => `Change: ${what}`,
    wasSet: (name) => `The next step with ${name} is set`,
    wasDone: (what) => `Done: ${what}`,
    untitled: 'Get in touch',
    overdue: 'Overdue',
  },
  status: {
    action: 'Status',
    title: (name) => `Status of ${name}`,
    status: 'Status',
    reason: 'Reason',
    reasonHint: 'Stands on the timeline.',
    changed: (name, status) => `${name}: ${status}`,
  },
  owner: {
    action: 'Owner',
    title: (name) => `Who has charge of ${name}`,
    owner: 'Owner',
    nobody: 'Nobody',
    changed: (name, owner) => `${owner} has charge of ${name} now`,
    nobodyNow: (name) => `Nobody has charge of ${name} now`,
  },
  consent: {
    title: (name) => `Consent of ${name}`,
    text: 'Text',
    another: 'Another one',
    day: 'Day',
    inFuture: 'This day is yet to come.',
    purpose: 'What for',
    purposeHint: 'Such as newsletter.',
    choice: 'Answer',
    source: 'How it was given',
    sourceHint: 'Such as by phone, on paper, at a fair.',
    wording: 'The sentence',
    wordingHint: 'As it was read or heard.',
    save: 'Save',
    needed: 'Say what for.',
    done: (name) => `The consent of ${name} is recorded`,
    states: { granted: 'Agreed', denied: 'Refused', withdrawn: 'Withdrawn' },
  },
};

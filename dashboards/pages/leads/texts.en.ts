import type { Rich } from '../../i18n/messages.js';
import { plurals } from '../../i18n/plural.js';

const plural = plurals('en');

export interface Texts {
  search: string;
  columns: {
    name: string;
    email: string;
    company: string;
    source: string;
    firstSeen: string;
    lastSeen: string;
  };
  added: (count: number, name: string) => string;
  noMatch: (search: string) => string;
  clear: string;
  seen: (when: Rich) => Rich;
  from: (source: Rich) => Rich;
  empty: {
    title: string;
    /** To whoever sees their own people alone. */
    unassigned: string;
    intro: string;
    paste: string;
    submit: string;
    appear: string;
    demo: string;
    origins: string;
  };
}

export const texts: Texts = {
  search: 'Search leads',
  columns: {
    name: 'Name',
    email: 'E-mail',
    company: 'Company',
    source: 'Source',
    firstSeen: 'First seen',
    lastSeen: 'Last seen',
  },
  added: (count, name) =>
    plural(count, { one: `New lead: ${name}`, other: `# new leads, the latest: ${name}` }),
  noMatch: (search) => `No lead matches “${search}”.`,
  clear: 'Clear the search',
  seen: (when) => ['Seen ', when],
  from: (source) => ['From ', source],
  empty: {
    title: 'No leads yet',
    unassigned: 'Nobody is assigned to you yet. An owner can assign people to you.',
    intro: 'Every form submitted on your site becomes a lead. There is nothing to configure:',
    paste: 'Paste this tag into the pages of your site, before </head>.',
    submit: 'Submit a form there that asks for an e-mail address or a phone number.',
    appear: 'The lead appears here within two seconds, without a reload.',
    demo: 'Try it on the demo site',
    origins: 'Allow the address of your site',
  },
};

import { plurals } from '../../i18n/plural.js';

const plural = plurals('en');

export interface Texts {
  search: string;
  count: (count: number) => string;
  /** The list with nothing chosen. */
  everyone: string;
  join: string;
  added: (count: number, name: string) => string;
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
  search: 'Search people',
  count: (count) => plural(count, { one: '# person', other: '# people' }),
  everyone: 'Everyone',
  join: 'Join',
  added: (count, name) =>
    plural(count, { one: `New lead: ${name}`, other: `# new leads, the latest: ${name}` }),
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

import { plurals } from '../../i18n/plural.js';

const plural = plurals('en');

export const texts = {
  back: 'Links',
  intro:
    'Paste the source of an e-mail: it comes back with tracked links in place of its addresses, and nothing else of it changed. Leadline does not send it.',
  email: 'The e-mail',
  campaign: 'Campaign',
  campaignHint: 'What the e-mail is called, such as 2026-05-letter. A new name makes a new campaign.',
  tool: 'Mail tool',
  toolHint: 'It fills in whom it sends to, so that you see who followed which link.',
  noTool: 'None: nobody is named',
  html: 'HTML source',
  convert: 'Put in tracked links',
  noHtml: 'Paste the source of the e-mail.',
  noCampaign: 'Say what the e-mail is called.',
  links: (count: number) => plural(count, { one: '# tracked link', other: '# tracked links' }),
  destination: 'Leads to',
  times: 'Times',
  untouched: 'Addresses that stay as they are',
  address: 'Address',
  why: 'Why',
  whys: {
    no_page: 'It is no web page.',
    unsubscribe: 'People unsubscribe there.',
    merge_tag: 'The mail tool fills it in.',
    tracked: 'It is tracked already.',
    invalid: 'It is no address that a browser opens.',
  },
  after: 'The e-mail with tracked links',
  before: 'As it was',
};

export type Texts = typeof texts;

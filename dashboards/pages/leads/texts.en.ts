import { plurals } from '../../i18n/plural.js';

const plural = plurals('en');

export interface Texts {
  search: string;
  count: (count: number) => string;
  /** The list with nothing chosen. */
  everyone: string;
  join: string;
  columns: Record<
    | 'name'
    | 'contact'
    | 'emailKind'
    | 'emailDomain'
    | 'company'
    | 'stage'
    | 'status'
    | 'owner'
    | 'nextStep'
    | 'lastContact'
    | 'contacts'
    | 'source'
    | 'channel'
    | 'medium'
    | 'campaign'
    | 'value'
    | 'firstSource'
    | 'firstMedium'
    | 'firstCampaign'
    | 'lastSource'
    | 'lastMedium'
    | 'lastCampaign'
    | 'browser'
    | 'os'
    | 'region'
    | 'events'
    | 'visitors'
    | 'customers'
    | 'country'
    | 'language'
    | 'device'
    | 'orders'
    | 'pageViews'
    | 'forms'
    | 'captured'
    | 'firstSeen'
    | 'lastSeen',
    string
  >;
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
  columns: {
    name: 'Name',
    contact: 'E-mail or phone',
    emailKind: 'E-mail kind',
    emailDomain: 'E-mail domain',
    company: 'Company',
    stage: 'Stage',
    status: 'Status',
    nextStep: 'Next step',
    lastContact: 'Last contact',
    contacts: 'Contacts',
    owner: 'Owner',
    source: 'Source',
    channel: 'Channel',
    medium: 'Medium',
    campaign: 'Campaign',
    value: 'Value',
    firstSource: 'First source',
    firstMedium: 'First medium',
    firstCampaign: 'First campaign',
    lastSource: 'Last source',
    lastMedium: 'Last medium',
    lastCampaign: 'Last campaign',
    browser: 'Browser',
    os: 'System',
    region: 'Region',
    events: 'Events',
    visitors: 'Browsers used',
    customers: 'Customer numbers',
    country: 'Country',
    language: 'Language',
    device: 'Device',
    orders: 'Orders',
    pageViews: 'Page views',
    forms: 'Forms',
    captured: 'Captured',
    firstSeen: 'First seen',
    lastSeen: 'Seen',
  },
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

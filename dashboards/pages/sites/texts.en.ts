import type { SiteAttribute } from '../../../schemas/entities/attributes.js';
import type { SalesShare } from '../../../schemas/entities/sites.js';
import type { Rich } from '../../i18n/messages.js';

export interface Texts {
  add: string;
  all: string;
  gone: string;
  make: string;
  settings: string;
  keyIs: (key: Rich) => Rich;
  key: string;
  keyHint: string;
  keyWrong: string;
  keyTaken: string;
  name: string;
  nameHint: string;
  origins: string;
  originsHint: string;
  addOrigin: string;
  noOrigin: string;
  originShown: (origin: string) => string;
  timeZone: string;
  timeZoneHint: string;
  currency: string;
  currencyHint: string;
  salesShare: string;
  salesShareHint: string;
  salesShares: Record<SalesShare, string>;
  groups: { sources: string; privacy: string; people: string };
  ignoredReferrers: string;
  ignoredReferrersHint: string;
  addHost: string;
  affiliateParameters: string;
  affiliateParametersHint: string;
  addParameter: string;
  scrubParameters: string;
  scrubParametersHint: string;
  cookieDomain: string;
  cookieDomainHint: string;
  country: string;
  countryHint: string;
  noCountry: string;
  attributes: string;
  attributesHint: string;
  attribute: (name: string) => string;
  attributeLabel: string;
  attributeName: string;
  attributeType: string;
  types: Record<SiteAttribute['type'], string>;
  options: string;
  optionsHint: string;
  addAttribute: string;
  remove: string;
  identity: string;
  identityText: string;
  identityCode: string;
  identityPage: string;
  showSecret: string;
  hideSecret: string;
  renew: string;
  renewQuestion: string;
  renewText: string;
  renewed: string;
  removal: string;
  removalText: string;
  removeSite: string;
  removeQuestion: (name: string) => string;
  removed: (name: string) => string;
}

export const texts: Texts = {
  add: 'Add a site',
  all: 'All sites',
  gone: 'There is no such site, or it is not yours to change.',
  make: 'Add the site',
  settings: 'Settings',
  keyIs: (key) => ['The site’s key, as its tag has it: ', key],
  key: 'Site key',
  keyHint:
    'Stands in the tag and in addresses, and cannot be changed later. Letters, digits, dots, hyphens and underscores: example.com',
  keyWrong: 'A key has 1 to 64 letters, digits, dots, hyphens or underscores.',
  keyTaken: 'There is a site with this key already.',
  name: 'Name',
  nameHint: 'As you and your colleagues see it.',
  origins: 'Allowed addresses',
  originsHint:
    'Only pages at these addresses may send events with this site’s tag. https://*.example.com allows all hosts below; “self” is this Leadline itself.',
  addOrigin: 'Add an address',
  noOrigin: 'none: every event from a browser is refused',
  originShown: (origin) => (origin === 'self' ? 'this Leadline' : origin),
  timeZone: 'Time zone',
  timeZoneHint: 'Days in reports are days of this zone. Type a city to find it.',
  currency: 'Currency',
  currencyHint: 'Of amounts that come without one.',
  salesShare: 'Sales of several reps',
  salesShareHint: 'How an order counts that names more than one rep.',
  salesShares: { equally: 'Shared equally', first: 'All of it to the first', each: 'All of it to each' },
  groups: { sources: 'Where visitors come from', privacy: 'Privacy', people: 'People' },
  ignoredReferrers: 'Never a source',
  ignoredReferrersHint:
    'Hosts that your visitors only pass through, with all hosts below them: payment pages, your bank, tools of your own. From now on; what is recorded stays.',
  addHost: 'Add a host',
  affiliateParameters: 'Parameters of affiliates',
  affiliateParametersHint:
    'Address parameters by which your partners mark their links, beside via, ref, aff, affid and fpr.',
  addParameter: 'Add a parameter',
  scrubParameters: 'Parameters never stored',
  scrubParametersHint:
    'Address parameters whose values are removed before anything is stored, beside tokens, passwords and e-mail addresses.',
  cookieDomain: 'Domain of the visitor’s cookie',
  cookieDomainHint:
    'Only with data-cookie on the tag, and this Leadline on an address of the site: it then renews the cookie, which Safari would forget after 7 days.',
  country: 'Country',
  countryHint: 'Phone numbers written without a country code are read as of here.',
  noCountry: 'Not said',
  attributes: 'Attributes of people',
  attributesHint:
    'What you know of people beside name, company, address and the other usual ones. Events, forms and reps can say what is declared here; it stands on each person’s page, and leads are sorted and filtered by it.',
  attribute: (name) => `Attribute ${name}`,
  attributeLabel: 'Label',
  attributeName: 'Name in data',
  attributeType: 'Kind',
  types: { text: 'Text', number: 'Number', date: 'Date', boolean: 'Yes or no', choice: 'Choice' },
  options: 'Options',
  optionsHint: 'With commas between.',
  addAttribute: 'Add an attribute',
  remove: 'Remove',
  identity: 'Identity secret',
  identityText:
    'Your server signs with it who is signed in, so that nobody can pretend to be somebody else: what is signed counts as your word, all else a page says as a claim. Keep it on the server: never put it into a page.',
  identityCode:
    'Your server signs your customer id of whoever is signed in; without one, their e-mail address, trimmed and in lower case:',
  identityPage: 'Your page hands the signature on:',
  showSecret: 'Show the secret',
  hideSecret: 'Hide it',
  renew: 'Renew',
  renewQuestion: 'Renew the identity secret?',
  renewText:
    'A new secret takes the place of this one at once and for good. Give it to your servers right after: what they sign with the old one no longer counts.',
  renewed: 'There is a new identity secret.',
  removal: 'Remove this site',
  removalText:
    'Its tag stops counting at once, and the site goes from the menus. What was recorded stays in the database, and is there again when a site with the same key is added.',
  removeSite: 'Remove the site',
  removeQuestion: (name) => `Remove ${name}?`,
  removed: (name) => `${name} is removed.`,
};

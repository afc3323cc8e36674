import type { ComponentChildren } from 'preact';
import type { QueryRow } from '../../schemas/api.js';
import type { Lead } from '../api.js';
import type { Column } from '../components/DataTable.js';
import { nameOf, sourceText, statusText } from '../components/person.js';
import { UserText } from '../components/Text.js';
import type { Owners } from '../components/useOwners.js';
import type { Format } from '../i18n/format.js';
import { messages } from '../i18n/locale.js';
import { columnsOf, isolated } from '../lists/columns_of.js';
import type { KnownAttribute } from './attributes.js';
import { Company } from './Company.js';
import { channelOptions, channelText } from './channel.js';
import { emailKindOptions, emailKindText } from './email_kind.js';
import { texts } from './texts.js';

/** What the columns of people are told with. */
export interface PeopleWords extends Owners {
  format: Format;
  /** What is known of people beside who they are. */
  attributes: readonly KnownAttribute[];
  /** There is room for more than the columns that say most. */
  isWide: boolean;
}

type PersonRow = Pick<Lead, keyof Lead & keyof QueryRow<'customers'>>;

const optional = { isOptional: true } as const;

/** Of customer numbers, of which somebody may have thousands. */
const LISTED = 5;

/** What every list of people can tell, by name. */
export function peopleColumns({ format, ownerName, owners, isWide }: PeopleWords) {
  const m = texts.value.columns;
  const { text, choice, moment } = columnsOf<PersonRow>(format);
  const onWide = { isOptional: !isWide };
  return {
    name: text('name', m.name, { width: 9.75, card: 'title', cell: (row) => isolated(nameOf(row)) }),
    contact: text('email', m.contact, { width: 9.5, cell: contactOf }),
    emailKind: choice('email_kind', m.emailKind, emailKindOptions(), {
      width: 8,
      cell: ({ email_kind }) => emailKindText(email_kind),
      ...optional,
    }),
    company: text('company', m.company, { width: 6.25, cell: (row) => <Company of={row} /> }),
    status: choice('status', m.status, Object.entries(messages.value.statuses), {
      width: 5.25,
      cell: ({ status }) => statusText(status),
    }),
    owner: text('owner', m.owner, {
      width: 5.25,
      cell: ({ owner }) => isolated(owner && ownerName(owner)),
      filter: { kind: 'person', options: owners },
    }),
    source: text('source', m.source, { width: 5.25, cell: ({ source }) => isolated(sourceText(source)) }),
    medium: text('medium', m.medium, { width: 6, ...optional }),
    campaign: text('campaign', m.campaign, { width: 8, ...onWide }),
    channel: choice('channel', m.channel, channelOptions(), {
      width: 8,
      cell: ({ channel }) => isolated(channelText(channel)),
      ...onWide,
    }),
    country: text('country', m.country, {
      width: 6,
      cell: ({ country }) => country && format.countryName(country),
      ...onWide,
    }),
    lastContact: moment('last_contact_at', m.lastContact, { width: 6, ...optional }),
    lastSeen: moment('last_seen', m.lastSeen, { width: 5.25, ...onWide }),
    firstSource: text('first_touch_source', m.firstSource, {
      width: 7,
      cell: (row) => isolated(sourceText(row.first_touch_source)),
      ...optional,
    }),
    firstCampaign: text('first_touch_campaign', m.firstCampaign, { width: 9, ...optional }),
    lastSource: text('last_touch_source', m.lastSource, {
      width: 7,
      cell: (row) => isolated(sourceText(row.last_touch_source)),
      ...optional,
    }),
    lastCampaign: text('last_touch_campaign', m.lastCampaign, { width: 9, ...optional }),
    customers: {
      name: 'customers',
      title: m.customers,
      width: 8,
      cell: ({ customers }) => isolated(customers.slice(0, LISTED).join(', ')),
      filter: { kind: 'text' },
      ...optional,
    },
    region: text('region', m.region, { width: 7, ...optional }),
    language: text('language', m.language, {
      width: 8,
      cell: ({ language }) => language && format.languageName(language),
      ...optional,
    }),
  } satisfies Record<string, Column<PersonRow>>;
}

/** Who has no name is told by their e-mail address already. */
function contactOf(row: PersonRow): ComponentChildren {
  const { email, phone } = row;
  const contact = [email, phone].find((one) => one && one !== nameOf(row));
  return contact && <UserText>{contact}</UserText>;
}

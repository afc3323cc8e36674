import type { ComponentChildren } from 'preact';
import type { Lead } from '../../api.js';
import type { Column } from '../../components/DataTable.js';
import { deviceText, nameOf, Stage, sourceText, statusText } from '../../components/person.js';
import { Ago, UserText, When } from '../../components/Text.js';
import type { Format } from '../../i18n/format.js';
import { messages } from '../../i18n/locale.js';
import type { KnownAttribute } from '../../people/attributes.js';
import { Company } from '../../people/Company.js';
import { channelOptions, channelText } from '../../people/channel.js';
import { emailKindOptions, emailKindText } from '../../people/email_kind.js';
import { texts as peopleTexts } from '../../people/texts.js';
import { attributeColumns } from './attribute_columns.js';
import { texts } from './texts.js';

interface Words {
  format: Format;
  ownerName: (owner: string) => string;
  /** Of users who may own somebody: by the value that a lead has, what they are called. */
  owners: readonly (readonly [string, string])[];
  /** What is known of people beside who they are. */
  attributes: readonly KnownAttribute[];
  /** The site has rules for what leads score. */
  hasScores: boolean;
  /** There is room for more than the columns that say most. */
  isWide: boolean;
}

/** The columns of a lead that hold values of a type. */
type Of<Type> = { [Name in keyof Lead]: Lead[Name] extends Type ? Name : never }[keyof Lead] & string;
type More = Partial<Column<Lead>>;

const optional = { isOptional: true } as const;

/** Everything that a list of leads can tell, in the order of the table. */
export function columnsOf({
  format,
  ownerName,
  owners,
  attributes,
  hasScores,
  isWide,
}: Words): Column<Lead>[] {
  const m = texts.value.columns;
  const { stages, statuses, devices } = messages.value;
  const onWide = { isOptional: !isWide };
  return [
    text('name', m.name, { width: 9.75, card: 'title', cell: (lead) => isolated(nameOf(lead)) }),
    text('email', m.contact, { width: 9.5, cell: contactOf }),
    choice('email_kind', m.emailKind, emailKindOptions(), {
      width: 8,
      cell: ({ email_kind }) => emailKindText(email_kind),
      ...optional,
    }),
    text('email_domain', m.emailDomain, { width: 9, ...optional }),
    text('company', m.company, { width: 6.25, cell: (lead) => <Company of={lead} /> }),
    choice('stage', m.stage, Object.entries(stages), {
      width: 6.5,
      card: 'end',
      cell: ({ stage }) => <Stage stage={stage} />,
    }),
    choice('status', m.status, Object.entries(statuses), {
      width: 5.25,
      cell: ({ status }) => statusText(status),
    }),
    text('owner', m.owner, {
      width: 5.25,
      cell: ({ owner }) => isolated(owner && ownerName(owner)),
      filter: { kind: 'person', options: owners },
    }),
    {
      name: 'was_assigned',
      title: m.wasAssigned,
      width: 6,
      cell: ({ was_assigned }) => isolated(yesNo(was_assigned)),
      filter: { kind: 'choice', options: [true, false].map((value) => [`${value}`, yesNo(value)] as const) },
      ...optional,
    },
    {
      name: 'score',
      title: m.score,
      width: 4,
      align: 'end',
      sort: 'desc',
      filter: { kind: 'number' },
      cell: ({ score, score_reasons }) =>
        score !== 0 && <span title={sayReasons(score_reasons, format)}>{format.number(score)}</span>,
      isOptional: !hasScores,
    },
    text('source', m.source, { width: 5.25, cell: ({ source }) => isolated(sourceText(source)) }),
    text('medium', m.medium, { width: 6, ...optional }),
    text('campaign', m.campaign, { width: 8, ...onWide }),
    choice('channel', m.channel, channelOptions(), {
      width: 8,
      cell: ({ channel }) => isolated(channelText(channel)),
      ...onWide,
    }),
    text('country', m.country, {
      width: 6,
      cell: ({ country }) => country && format.countryName(country),
      ...onWide,
    }),
    {
      name: 'value_minor',
      title: m.value,
      width: 5.25,
      align: 'end',
      sort: 'desc',
      cell: ({ value_minor }) =>
        Object.entries(value_minor)
          .map(([currency, minor]) => format.money(minor, currency))
          .join(' + '),
    },
    // With the arrow of the order, by which it is the usual one.
    moment('captured_at', m.captured, { width: 7 }),
    {
      name: 'next_step_at',
      title: m.nextStep,
      width: 7,
      sort: 'asc',
      cell: ({ next_step_at, next_step }) =>
        next_step_at > 0 && (
          <>
            <When ts={next_step_at} /> {isolated(next_step)}
          </>
        ),
      ...onWide,
    },
    moment('last_contact_at', m.lastContact, { width: 6, ...optional }),
    moment('last_seen', m.lastSeen, { width: 5.25, ...onWide }),
    moment('first_seen', m.firstSeen, { width: 6, ...optional }),
    text('first_touch_source', m.firstSource, {
      width: 7,
      cell: (lead) => isolated(sourceText(lead.first_touch_source)),
      ...optional,
    }),
    text('first_touch_medium', m.firstMedium, { width: 7, ...optional }),
    text('first_touch_campaign', m.firstCampaign, { width: 9, ...optional }),
    text('last_touch_source', m.lastSource, {
      width: 7,
      cell: (lead) => isolated(sourceText(lead.last_touch_source)),
      ...optional,
    }),
    text('last_touch_medium', m.lastMedium, { width: 7, ...optional }),
    text('last_touch_campaign', m.lastCampaign, { width: 9, ...optional }),
    {
      name: 'customers',
      title: m.customers,
      width: 8,
      cell: ({ customers }) => isolated(customers.slice(0, LISTED).join(', ')),
      filter: { kind: 'text' },
      ...optional,
    },
    text('region', m.region, { width: 7, ...optional }),
    text('language', m.language, {
      width: 8,
      cell: ({ language }) => language && format.languageName(language),
      ...optional,
    }),
    choice('device', m.device, Object.entries(devices), {
      width: 6.5,
      cell: ({ device }) => device && deviceText(device),
      ...optional,
    }),
    text('browser', m.browser, { width: 7, ...optional }),
    text('os', m.os, { width: 7, ...optional }),
    count('orders', m.orders, format),
    {
      name: 'forms',
      title: m.formIds,
      width: 8,
      cell: ({ forms }) => isolated(forms.join(', ')),
      filter: { kind: 'text' },
      ...optional,
    },
    count('form_submits', m.forms, format),
    count('page_views', m.pageViews, format),
    count('events', m.events, format),
    count('visitors', m.visitors, format),
    ...attributeColumns(attributes),
  ];
}

/** Of customer numbers, of which somebody may have thousands. */
const LISTED = 5;

const isolated = (value: string) => value && <UserText>{value}</UserText>;

const text = (name: Of<string>, title: string, more: More = {}): Column<Lead> => ({
  name,
  title,
  cell: (lead) => isolated(lead[name]),
  sort: 'asc',
  filter: { kind: 'text' },
  ...more,
});

const choice = (
  name: Of<string>,
  title: string,
  options: readonly (readonly [string, string])[],
  more: More,
): Column<Lead> => text(name, title, { filter: { kind: 'choice', options }, ...more });

const moment = (name: Of<number>, title: string, more: More): Column<Lead> => ({
  name,
  title,
  cell: (lead) => (lead[name] ? <Ago ts={lead[name]} isShort /> : null),
  sort: 'desc',
  filter: { kind: 'date' },
  ...more,
});

const sayReasons = (reasons: Lead['score_reasons'], format: Format) =>
  Object.entries(reasons)
    .map(([name, points]) => `${format.signed(points)} ${name}`)
    .join('\n');

const yesNo = (value: boolean) => (value ? peopleTexts.value.yes : peopleTexts.value.no);

/** How often they did something: nothing where never. */
const count = (name: Of<number>, title: string, format: Format): Column<Lead> => ({
  name,
  title,
  width: 6,
  align: 'end',
  cell: (lead) => lead[name] > 0 && format.number(lead[name]),
  sort: 'desc',
  filter: { kind: 'number' },
  ...optional,
});

/** Who has no name is told by their e-mail address already. */
function contactOf(lead: Lead): ComponentChildren {
  const { email, phone } = lead;
  const contact = [email, phone].find((one) => one && one !== nameOf(lead));
  return contact && <UserText>{contact}</UserText>;
}

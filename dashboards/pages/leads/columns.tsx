import type { Lead } from '../../api.js';
import type { Column } from '../../components/DataTable.js';
import { deviceText, nameOf, Stage, sourceText, statusText } from '../../components/person.js';
import { Ago, UserText } from '../../components/Text.js';
import type { Format } from '../../i18n/format.js';
import { messages } from '../../i18n/locale.js';
import { texts } from './texts.js';

const text = (value: string) => value && <UserText>{value}</UserText>;
const moment = (ts: number) => (ts ? <Ago ts={ts} isShort /> : null);

interface Words {
  format: Format;
  ownerName: (owner: string) => string;
  /** Of users who may own somebody: by the value that a lead has, what they are called. */
  owners: readonly (readonly [string, string])[];
  /** There is room for more than the columns that say most. */
  isWide: boolean;
}

/** Everything that a list of leads can tell, in the order of the table. */
export function columnsOf({ format, ownerName, owners, isWide }: Words): Column<Lead>[] {
  const m = texts.value.columns;
  const { stages, statuses, devices } = messages.value;
  return [
    {
      name: 'name',
      title: m.name,
      cell: (lead) => <UserText>{nameOf(lead)}</UserText>,
      width: 11.5,
      card: 'title',
      sort: 'asc',
      filter: { kind: 'text' },
    },
    { name: 'email', title: m.contact, cell: contactOf, width: 12.5, sort: 'asc', filter: { kind: 'text' } },
    {
      name: 'company',
      title: m.company,
      cell: ({ company }) => text(company),
      width: 7.25,
      sort: 'asc',
      filter: { kind: 'text' },
    },
    {
      name: 'stage',
      title: m.stage,
      cell: ({ stage }) => <Stage stage={stage} />,
      width: 6.5,
      card: 'end',
      sort: 'asc',
      filter: { kind: 'choice', options: Object.entries(stages) },
    },
    {
      name: 'status',
      title: m.status,
      cell: ({ status }) => statusText(status),
      width: 5.75,
      sort: 'asc',
      filter: { kind: 'choice', options: Object.entries(statuses) },
    },
    {
      name: 'owner',
      title: m.owner,
      cell: ({ owner }) => text(owner && ownerName(owner)),
      width: 5.25,
      sort: 'asc',
      filter: { kind: 'person', options: owners },
    },
    {
      name: 'source',
      title: m.source,
      cell: ({ source }) => text(sourceText(source)),
      width: 6,
      sort: 'asc',
      filter: { kind: 'text' },
    },
    {
      name: 'captured_at',
      title: m.captured,
      cell: ({ captured_at }) => moment(captured_at),
      width: 7,
      sort: 'desc',
      filter: { kind: 'date' },
    },
    {
      name: 'last_seen',
      title: m.lastSeen,
      cell: ({ last_seen }) => moment(last_seen),
      width: 5.25,
      sort: 'desc',
      filter: { kind: 'date' },
      isOptional: !isWide,
    },
    {
      name: 'first_seen',
      title: m.firstSeen,
      cell: ({ first_seen }) => moment(first_seen),
      width: 7,
      sort: 'desc',
      filter: { kind: 'date' },
      isOptional: true,
    },
    {
      name: 'first_touch_campaign',
      title: m.campaign,
      cell: ({ first_touch_campaign }) => text(first_touch_campaign),
      width: 9,
      sort: 'asc',
      filter: { kind: 'text' },
      isOptional: true,
    },
    {
      name: 'country',
      title: m.country,
      cell: ({ country }) => country && format.countryName(country),
      width: 7,
      sort: 'asc',
      filter: { kind: 'text' },
      isOptional: true,
    },
    {
      name: 'language',
      title: m.language,
      cell: ({ language }) => language && format.languageName(language),
      width: 8,
      sort: 'asc',
      filter: { kind: 'text' },
      isOptional: true,
    },
    {
      name: 'device',
      title: m.device,
      cell: ({ device }) => device && deviceText(device),
      width: 6.5,
      sort: 'asc',
      filter: { kind: 'choice', options: Object.entries(devices) },
      isOptional: true,
    },
    {
      name: 'orders',
      title: m.orders,
      cell: ({ orders }) => orders > 0 && format.number(orders),
      width: 5,
      align: 'end',
      sort: 'desc',
      filter: { kind: 'number' },
      isOptional: true,
    },
    {
      name: 'form_submits',
      title: m.forms,
      cell: ({ form_submits }) => format.number(form_submits),
      width: 6,
      align: 'end',
      sort: 'desc',
      filter: { kind: 'number' },
      isOptional: true,
    },
    {
      name: 'page_views',
      title: m.pageViews,
      cell: ({ page_views }) => format.number(page_views),
      width: 6,
      align: 'end',
      sort: 'desc',
      filter: { kind: 'number' },
      isOptional: true,
    },
  ];
}

/** Who has no name is told by their e-mail address already. */
function contactOf(lead: Lead) {
  const { email, phone } = lead;
  const contact = [email, phone].find((one) => one && one !== nameOf(lead));
  return contact && <UserText>{contact}</UserText>;
}

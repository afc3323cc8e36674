import type { QueryRow } from '../../../schemas/api.js';
import type { Column } from '../../components/DataTable.js';
import { columnsOf } from '../../lists/columns_of.js';
import { texts as orderTexts } from '../../orders/texts.js';
import { attributeColumns } from '../../people/attribute_columns.js';
import { type PeopleWords, peopleColumns } from '../../people/columns.js';
import { texts } from './texts.js';

export type Customer = QueryRow<'customers'>;

/** Everything that a list of customers can tell, in the order of the table. */
export function customerColumns(words: PeopleWords): Column<Customer>[] {
  const m = texts.value;
  const { columns } = orderTexts.value;
  const { format, isWide } = words;
  const { moment, count, amounts } = columnsOf<Customer>(format);
  const people = peopleColumns(words);
  const optional = { isOptional: true };
  return [
    people.name,
    { ...people.contact, width: 9.5 },
    { ...people.company, isOptional: !isWide },
    { ...people.owner, width: 7.5 },
    count('orders', columns.orders, { width: 6 }),
    amounts('gross_minor', columns.gross),
    amounts('refunds_minor', columns.refunded, { width: 8 }),
    amounts('net_minor', columns.net, { card: 'end' }),
    moment('first_purchase', m.firstPurchase, { width: 7, isOptional: !isWide }),
    // With the arrow of the order, by which it is the usual one.
    moment('last_purchase', m.lastPurchase, { width: 9.5 }),
    {
      name: 'days_to_purchase',
      title: m.daysToPurchase,
      width: 8,
      align: 'end',
      sort: 'asc',
      isOptional: !isWide,
      filter: { kind: 'number' },
      cell: ({ days_to_purchase: days }) => days !== null && format.number(days),
    },
    { ...people.status, ...optional },
    people.emailKind,
    ...[people.source, people.medium, people.campaign, people.channel, people.country].map((column) => ({
      ...column,
      ...optional,
    })),
    people.lastContact,
    { ...people.lastSeen, ...optional },
    people.firstSource,
    people.firstCampaign,
    people.lastSource,
    people.lastCampaign,
    people.customers,
    people.region,
    people.language,
    ...attributeColumns(words.attributes),
  ];
}

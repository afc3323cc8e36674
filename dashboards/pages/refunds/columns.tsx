import type { QueryRow } from '../../../schemas/api.js';
import type { Column } from '../../components/DataTable.js';
import type { Owners } from '../../components/useOwners.js';
import type { Format } from '../../i18n/format.js';
import { columnsOf, isolated } from '../../lists/columns_of.js';
import { Amount } from '../../orders/Amount.js';
import { Buyer } from '../../orders/Buyer.js';
import { Status, statusOptions } from '../../orders/Status.js';
import { texts as orderTexts } from '../../orders/texts.js';
import { texts } from './texts.js';

export type Refund = QueryRow<'refunds'>;

export function refundColumns(
  format: Format,
  { ownerName, owners }: Owners,
  isWide: boolean,
): Column<Refund>[] {
  const m = texts.value;
  const { columns } = orderTexts.value;
  const { text, choice, moment, money } = columnsOf<Refund>(format);
  const onWide = { isOptional: !isWide };
  return [
    text('order_id', columns.order, { width: 8, card: 'title' }),
    { name: 'name', title: columns.customer, width: 9, cell: (refund) => <Buyer of={refund} /> },
    // With the arrow of the order, by which it is the usual one.
    moment('ts', m.givenBack, { width: 7 }),
    money('refunded_minor', m.amount, ({ currency }) => currency, {
      card: 'end',
      cell: ({ refunded_minor: minor, currency, status }) => (
        <Amount minor={minor} currency={currency} status={status} />
      ),
    }),
    { name: 'reason', title: columns.reason, width: 12, cell: ({ reason }) => isolated(reason) },
    money('value_minor', m.worth, ({ order_currency }) => order_currency, {
      width: 7.5,
      cell: ({ value_minor: minor, order_currency: currency, status }) => (
        <Amount minor={minor} currency={currency} status={status} />
      ),
    }),
    moment('ordered_at', columns.placed, { width: 7 }),
    choice('status', columns.status, statusOptions(), {
      width: 8,
      cell: ({ status }) => <Status status={status} />,
      ...onWide,
    }),
    {
      name: 'reps',
      title: columns.reps,
      width: 7,
      filter: { kind: 'person', options: owners },
      cell: ({ reps }) => isolated(reps.map(ownerName).join(', ')),
      isOptional: true,
    },
  ];
}

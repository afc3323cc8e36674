import { query as ask } from '../../api.js';
import { PlainTable } from '../../components/PlainTable.js';
import { useFormat, useSite } from '../../components/site.js';
import { columnsOf, isolated } from '../../lists/columns_of.js';
import { useLiveRecord } from '../../live/use.js';
import { texts as orderTexts } from '../../orders/texts.js';
import { texts } from './texts.js';

/** More than anybody gives back of one order by hand. */
const SHOWN_MAX = 500;

/** What was given back of an order, each time on its own day; nothing where nothing was. */
export function Refunds({ order }: { order: string }) {
  const m = texts.value;
  const { site } = useSite();
  const format = useFormat();
  const { record } = useLiveRecord(`refunds ${site.id} ${order}`, ['refunds'], async (signal) => {
    const { rows } = await ask('refunds', { site: site.id, order_id: order, limit: SHOWN_MAX }, signal);
    return rows;
  });
  if (!record || record.length === 0) return null;
  const { money } = columnsOf<(typeof record)[number]>(format);
  return (
    <section class="order-part">
      <h2>{m.refunds}</h2>
      <PlainTable
        label={m.refunds}
        rows={record}
        keyOf={({ refund_id }) => refund_id}
        columns={[
          { name: 'ts', title: m.day, width: 10, cell: ({ ts }) => format.shortDateTime(ts) },
          money('refunded_minor', m.amount, ({ currency }) => currency),
          {
            name: 'reason',
            title: orderTexts.value.columns.reason,
            width: 18,
            wraps: true,
            cell: ({ reason }) => isolated(reason),
          },
        ]}
      />
    </section>
  );
}

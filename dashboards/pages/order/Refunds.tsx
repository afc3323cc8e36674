import { query as ask } from '../../api.js';
import { errorText } from '../../components/Notice.js';
import { PlainTable } from '../../components/PlainTable.js';
import { useFormat, useSite } from '../../components/site.js';
import { toast } from '../../components/toast.js';
import { ApiError } from '../../http.js';
import { columnsOf, isolated } from '../../lists/columns_of.js';
import { useLiveRecord } from '../../live/use.js';
import type { Order } from '../../orders/acts/order.js';
import { texts as orderTexts } from '../../orders/texts.js';
import { retractRefund } from '../../people/acts/data.js';
import { texts } from './texts.js';

/** More than anybody gives back of one order by hand. */
const SHOWN_MAX = 500;

/** What was given back of an order, each time on its own day; nothing where nothing was. */
export function Refunds({ order, mayAct }: { order: Order; mayAct: boolean }) {
  const { order_id: id } = order;
  const m = texts.value;
  const { site } = useSite();
  const format = useFormat();
  const { record } = useLiveRecord(`refunds ${site.id} ${id}`, ['refunds'], async (signal) => {
    const { rows } = await ask('refunds', { site: site.id, order_id: id, limit: SHOWN_MAX }, signal);
    return rows;
  });
  if (!record || record.length === 0) return null;
  const { money } = columnsOf<(typeof record)[number]>(format);
  type Refund = (typeof record)[number];
  const act = async (event: string) => {
    try {
      await retractRefund(site.id, order, event);
      toast(m.takenBack, { undo: () => retractRefund(site.id, order, event, true) });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      toast(errorText(error), { isError: true });
    }
  };
  // One that the shop has told by an id of its own is the shop's.
  const takeBack = ({ refund_id, refunded_minor, currency }: Refund) =>
    refund_id.startsWith('#') && (
      <button
        type="button"
        class="button button-small"
        aria-label={m.takeBackWhat(format.money(refunded_minor, currency))}
        onClick={() => act(refund_id.slice(1))}
      >
        {m.takeBack}
      </button>
    );
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
          ...(mayAct && record.some(takeBack)
            ? [{ name: 'act', title: m.takeBack, width: 8, cell: takeBack }]
            : []),
        ]}
      />
    </section>
  );
}

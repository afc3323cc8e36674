import { Dialog } from '../../components/Dialog.js';
import { Form } from '../../components/Form.js';
import { useFormat, useSite } from '../../components/site.js';
import { toast } from '../../components/toast.js';
import { dayKey } from '../../i18n/format.js';
import { writeOfOrder } from '../../people/acts/data.js';
import { myself } from '../../session.js';
import { momentOn } from '../day.js';
import { basketOf, readLines, sentBasket } from '../lines.js';
import { nextRevision } from '../revision.js';
import { DayFields, OrderFields, orderProblems } from './OrderFields.js';
import type { ActProps } from './order.js';
import { texts } from './texts.js';

/** Makes an order another one: its lines, what is paid beside them, its day, who sold it and what is asked for. */
export function ChangeDialog({ order, onClose }: ActProps) {
  const m = texts.value.change;
  const { site } = useSite();
  const format = useFormat();
  const { order_id: id, coupon, revision } = order;
  const today = dayKey(Date.now(), site.timeZone);
  const placed = dayKey(order.ts, site.timeZone);
  return (
    <Dialog title={m.title(id)} onClose={onClose}>
      <Form
        name={`change ${site.id} ${id}`}
        values={{
          ...basketOf(readLines(order.lines), order.value_minor, order.currency),
          day: placed as string | undefined,
          currency: order.currency,
          reps: order.reps,
          instructions: order.instructions,
        }}
        submit={m.save}
        onCancel={onClose}
        check={(draft): Record<string, string> => ({
          ...orderProblems(draft, today),
          // One that is left out stays as it was.
          ...(order.instructions && !draft.instructions.trim() && { instructions: m.instructionsNeeded }),
        })}
        save={async ({ day = placed, currency, reps, instructions, ...basket }) => {
          await writeOfOrder(site.id, order, {
            type: 'order_changed',
            orderId: id,
            revision: nextRevision(revision, Date.now()),
            ...sentBasket(basket, currency),
            ...(coupon && { coupon }),
            ...(day !== placed && { placedAt: momentOn(day, site.timeZone) }),
            reps,
            ...(instructions.trim() && { instructions }),
            rep: myself(),
          });
          toast(m.done(id));
          onClose();
        }}
      >
        {order.refunded_minor > 0 && (
          <p class="notice notice-quiet">{m.refunded(format.money(order.refunded_minor, order.currency))}</p>
        )}
        <div class="form-pair">
          <DayFields today={today} />
        </div>
        <OrderFields sellers={order.reps} />
      </Form>
    </Dialog>
  );
}

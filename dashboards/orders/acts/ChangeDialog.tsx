import { Dialog } from '../../components/Dialog.js';
import { Form } from '../../components/Form.js';
import { useFormat, useSite } from '../../components/site.js';
import { toast } from '../../components/toast.js';
import { write } from '../../people/acts/data.js';
import { myself } from '../../session.js';
import { basketOf, readLines, sentBasket } from '../lines.js';
import { nextRevision } from '../revision.js';
import { BasketField, basketProblems } from './BasketField.js';
import type { ActProps } from './order.js';
import { texts } from './texts.js';

/** Makes an order another one: its lines and what is paid beside them. */
export function ChangeDialog({ order, onClose }: ActProps) {
  const m = texts.value.change;
  const { site } = useSite();
  const format = useFormat();
  const { order_id: id, currency, coupon, revision } = order;
  return (
    <Dialog title={m.title(id)} onClose={onClose}>
      <Form
        name={`change ${site.id} ${id}`}
        values={basketOf(readLines(order.lines), order.value_minor, currency)}
        submit={m.save}
        onCancel={onClose}
        check={(basket) => basketProblems(basket, currency)}
        save={async (basket) => {
          await write(site.id, order.person_id, {
            type: 'order_changed',
            orderId: id,
            revision: nextRevision(revision, Date.now()),
            ...sentBasket(basket, currency),
            ...(coupon && { coupon }),
            rep: myself(),
          });
          toast(m.done(id));
          onClose();
        }}
      >
        {order.refunded_minor > 0 && (
          <p class="notice notice-quiet">{m.refunded(format.money(order.refunded_minor, currency))}</p>
        )}
        <BasketField currency={currency} />
      </Form>
    </Dialog>
  );
}

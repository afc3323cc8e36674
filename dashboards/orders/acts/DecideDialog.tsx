import { Dialog } from '../../components/Dialog.js';
import { Form } from '../../components/Form.js';
import { AreaField } from '../../components/fields.js';
import { useSite } from '../../components/site.js';
import { toast } from '../../components/toast.js';
import { writeOfOrder } from '../../people/acts/data.js';
import { myself } from '../../session.js';
import type { ActProps } from './order.js';
import { texts } from './texts.js';

/** Cancels an order, or reinstates one that is cancelled, and says why; each undoes the other. */
export function DecideDialog({ order, onClose }: ActProps) {
  const { cancel, reinstate } = texts.value;
  const { site } = useSite();
  const { order_id: id } = order;
  const isCancelled = order.status === 'cancelled';
  const m = isCancelled ? reinstate : cancel;
  const decide = (isOff: boolean, reason = '') =>
    writeOfOrder(site.id, order, {
      type: isOff ? 'order_cancelled' : 'order_reinstated',
      orderId: id,
      ...(reason.trim() && { reason }),
      rep: myself(),
    });
  return (
    <Dialog title={m.title(id)} onClose={onClose}>
      <Form
        name={`${isCancelled ? 'reinstate' : 'cancel'} ${site.id} ${id}`}
        values={{ reason: '' }}
        submit={m.save}
        onCancel={onClose}
        save={async ({ reason }) => {
          await decide(!isCancelled, reason);
          toast(m.done(id), { undo: () => decide(isCancelled) });
          onClose();
        }}
      >
        <p>{m.text}</p>
        <AreaField name="reason" label={cancel.reason} maxLength={10_000} />
      </Form>
    </Dialog>
  );
}

import { useSignal } from '@preact/signals';
import { AskDialog } from './AskDialog.js';
import { ChangeDialog } from './ChangeDialog.js';
import { DecideDialog } from './DecideDialog.js';
import type { Order } from './order.js';
import { RefundDialog } from './RefundDialog.js';
import { texts } from './texts.js';

/** What can be done with an order, each by a dialog. */
export function Acts({ order }: { order: Order }) {
  const { refund, change, cancel, reinstate, ask } = texts.value;
  const open = useSignal<'refund' | 'change' | 'decide' | 'ask' | undefined>(undefined);
  const onClose = () => {
    open.value = undefined;
  };
  const button = (act: NonNullable<typeof open.value>, text: string) => (
    <button
      type="button"
      class="button"
      onClick={() => {
        open.value = act;
      }}
    >
      {text}
    </button>
  );
  const isCancelled = order.status === 'cancelled';
  return (
    <div class="actions">
      {!isCancelled && order.net_minor > 0 && button('refund', refund.action)}
      {!isCancelled && button('change', change.action)}
      {button('decide', isCancelled ? reinstate.action : cancel.action)}
      {order.person_id && button('ask', ask.action)}
      {open.value === 'refund' && <RefundDialog order={order} onClose={onClose} />}
      {open.value === 'change' && <ChangeDialog order={order} onClose={onClose} />}
      {open.value === 'decide' && <DecideDialog order={order} onClose={onClose} />}
      {open.value === 'ask' && <AskDialog order={order} onClose={onClose} />}
    </div>
  );
}

import { query as ask } from '../../api.js';
import { Dialog } from '../../components/Dialog.js';
import { Form } from '../../components/Form.js';
import { TextField } from '../../components/fields.js';
import { useSite } from '../../components/site.js';
import { toast } from '../../components/toast.js';
import { ApiError } from '../../http.js';
import { dayKey } from '../../i18n/format.js';
import { write } from '../../people/acts/data.js';
import type { Whom } from '../../people/acts/whom.js';
import { myself } from '../../session.js';
import { momentOn } from '../day.js';
import { emptyLine, sentBasket } from '../lines.js';
import { DayFields, OrderFields, orderProblems } from './OrderFields.js';
import { texts } from './texts.js';

/** An order that somebody placed with a rep. */
export function OrderDialog({ whom: { id, name }, onClose }: { whom: Whom; onClose: () => void }) {
  const m = texts.value.add;
  const { site } = useSite();
  const today = dayKey(Date.now(), site.timeZone);
  const me = myself();
  return (
    <Dialog title={m.title(name)} onClose={onClose}>
      <Form
        name={`order ${site.id} ${id}`}
        values={{
          orderId: proposed(today),
          day: today as string | undefined,
          currency: site.currency ?? '',
          lines: [emptyLine],
          extra: '',
          reps: me ? [me] : [],
          instructions: '',
        }}
        submit={m.save}
        onCancel={onClose}
        at={{ order_taken: 'orderId' }}
        say={{ order_taken: m.taken }}
        check={(draft) => orderProblems(draft, today)}
        save={async ({ orderId, day = today, currency, lines, extra, reps, instructions }) => {
          const order = orderId.trim();
          const { rows } = await ask('purchases', { site: site.id, order_id: order, limit: 1 });
          if (rows.length > 0) throw new ApiError('invalid', 'order_taken', m.taken);
          await write(site.id, id, {
            type: 'purchase',
            orderId: order,
            ts: momentOn(day, site.timeZone),
            ...sentBasket({ lines, extra }, currency),
            reps,
            ...(instructions.trim() && { instructions }),
          });
          toast(m.added(order));
          onClose();
        }}
      >
        <div class="form-pair">
          <TextField
            name="orderId"
            label={m.number}
            hint={m.numberHint}
            autocomplete="off"
            spellcheck={false}
            maxLength={128}
            required
          />
          <DayFields today={today} />
        </div>
        <OrderFields />
      </Form>
    </Dialog>
  );
}

/** Of the day, and not to be had twice. */
function proposed(today: string): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return `${today.replaceAll('-', '')}-${number.toString(36).toUpperCase().padStart(5, '0').slice(-5)}`;
}

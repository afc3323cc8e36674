import { toMajor, toMinor } from '../../../schemas/money.js';
import { Dialog } from '../../components/Dialog.js';
import { Form } from '../../components/Form.js';
import { AreaField, DateField, MoneyField } from '../../components/fields.js';
import { useFormat, useSite } from '../../components/site.js';
import { toast } from '../../components/toast.js';
import { dayKey } from '../../i18n/format.js';
import { retractRefund, writeOfOrder } from '../../people/acts/data.js';
import { myself } from '../../session.js';
import { momentOn } from '../day.js';
import { isAmount } from '../lines.js';
import type { ActProps } from './order.js';
import { texts } from './texts.js';

/** Gives money of an order back: what is left of it, unless somebody says how much. */
export function RefundDialog({ order, onClose }: ActProps) {
  const { refund: m, basket } = texts.value;
  const { site } = useSite();
  const format = useFormat();
  const { order_id: id, currency, net_minor: left } = order;
  const today = dayKey(Date.now(), site.timeZone);
  const placed = dayKey(order.ts, site.timeZone);
  const said = (minor: number) => format.money(minor, currency);

  function problemOf(amount: string): string | undefined {
    if (!amount) return m.nothing;
    const minor = isAmount(amount) ? toMinor(amount, currency) : undefined;
    if (minor === undefined || minor < 0) return basket.noAmount;
    if (minor === 0) return m.nothing;
    return minor > left ? m.tooMuch(said(left)) : undefined;
  }
  return (
    <Dialog title={m.title(id)} onClose={onClose}>
      <Form
        name={`refund ${site.id} ${id}`}
        values={{ amount: toMajor(left, currency), day: today as string | undefined, reason: '' }}
        submit={m.save}
        onCancel={onClose}
        check={({ amount, day = '' }): Record<string, string> => {
          const problem = problemOf(amount);
          return {
            ...(problem && { amount: problem }),
            ...(day > today && { day: m.inFuture }),
            ...(day && day < placed && { day: m.tooEarly }),
          };
        }}
        save={async ({ amount, day = today, reason }) => {
          const event = await writeOfOrder(site.id, order, {
            type: 'refund',
            orderId: id,
            // Not before the order, where both are of one day.
            ts: Math.max(momentOn(day, site.timeZone), order.ts),
            value: amount,
            currency,
            ...(reason.trim() && { reason }),
            rep: myself(),
          });
          toast(m.done(said(toMinor(amount, currency) ?? 0), id), {
            undo: () => retractRefund(site.id, order, event),
          });
          onClose();
        }}
      >
        <div class="form-pair">
          <MoneyField name="amount" label={m.amount} hint={m.left(said(left))} currency={currency} required />
          <DateField name="day" label={m.day} min={placed} max={today} required />
        </div>
        <AreaField name="reason" label={m.reason} maxLength={10_000} />
      </Form>
    </Dialog>
  );
}

import { ChoicesField } from '../../components/choice_fields.js';
import { currencies } from '../../components/currencies.js';
import { AreaField, DateField } from '../../components/fields.js';
import { useField } from '../../components/form_state.js';
import { SuggestField } from '../../components/SuggestField.js';
import { useOwners } from '../../components/useOwners.js';
import { formatTag } from '../../i18n/locale.js';
import type { Basket } from '../lines.js';
import { BasketField, basketProblems } from './BasketField.js';
import { texts } from './texts.js';

/** An order while somebody types it. */
export interface OrderDraft extends Basket {
  day: string | undefined;
  currency: string;
}

/** When it was placed, and in which currency. */
export function DayFields({ today }: { today: string }) {
  const m = texts.value.add;
  return (
    <>
      <DateField name="day" label={m.day} max={today} required />
      <SuggestField name="currency" label={m.currency} options={currencies(formatTag.value)} />
    </>
  );
}

/** What is bought, who sold it, and what is asked for besides. */
export function OrderFields({ sellers = [] }: { sellers?: readonly string[] }) {
  const m = texts.value.add;
  const { owners, ownerName } = useOwners();
  const known = new Set(owners.map(([value]) => value));
  const others = sellers.filter((rep) => !known.has(rep)).map((rep) => [rep, ownerName(rep)] as const);
  const reps = [...owners, ...others];
  return (
    <>
      <BasketField currency={String(useField('currency').value)} />
      {reps.length > 0 && <ChoicesField name="reps" label={m.reps} options={reps} />}
      <AreaField name="instructions" label={m.instructions} maxLength={10_000} />
    </>
  );
}

/** What is wrong with it before it is sent, by field. */
export function orderProblems(
  { day = '', currency, lines, extra }: OrderDraft,
  today: string,
): Record<string, string> {
  const m = texts.value.add;
  return {
    ...basketProblems({ lines, extra }, currency),
    ...(!isCurrency(currency) && { currency: m.currencyUnknown }),
    ...(day > today && { day: m.inFuture }),
  };
}

const isCurrency = (code: string) => Intl.supportedValuesOf('currency').includes(code);

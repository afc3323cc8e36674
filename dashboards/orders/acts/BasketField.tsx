import '../orders.css';
import { useRef } from 'preact/hooks';
import { MoneyField } from '../../components/fields.js';
import { useField } from '../../components/form_state.js';
import { useFormat } from '../../components/site.js';
import { type Basket, basketMinor, type DraftLine, emptyLine, isAmount } from '../lines.js';
import { LineField } from './LineField.js';
import { texts } from './texts.js';

const NAME = 'lines' satisfies keyof Basket;

/** What is bought: a group of fields for each line, what is paid beside them, and what all comes to. */
export function BasketField({ currency }: { currency: string }) {
  const m = texts.value.basket;
  const format = useFormat();
  const root = useRef<HTMLFieldSetElement>(null);
  const field = useField(NAME);
  const extra = String(useField('extra').value ?? '');
  const lines = (Array.isArray(field.value) ? field.value : []) as DraftLine[];

  function focus(index: number): void {
    requestAnimationFrame(() => {
      const rows = root.current?.querySelectorAll('.order-draft') ?? [];
      (rows[Math.min(index, rows.length - 1)] ?? root.current)
        ?.querySelector<HTMLElement>('input, button')
        ?.focus();
    });
  }

  return (
    <fieldset ref={root} class="choices" data-field={NAME} data-label={m.lines}>
      <legend>{m.lines}</legend>
      {lines.map(({ product }, index) => (
        // A line is known by its place alone: its product is being typed.
        <fieldset key={index} class="order-draft">
          <legend class="hidden-text">{m.line(product || String(index + 1))}</legend>
          <LineField name={`${NAME}.${index}`} currency={currency} />
          <button
            type="button"
            class="button button-plain order-draft-remove"
            onClick={() => {
              field.set(lines.filter((_, other) => other !== index));
              focus(index);
            }}
          >
            {m.remove}
            <span class="hidden-text"> {m.line(product || String(index + 1))}</span>
          </button>
        </fieldset>
      ))}
      <button
        type="button"
        class="button button-small"
        onClick={() => {
          field.set([...lines, emptyLine]);
          focus(lines.length);
        }}
      >
        {m.add}
      </button>
      <MoneyField name="extra" label={m.extra} hint={m.extraHint} currency={currency} />
      <p class="order-total" role="status">
        {m.total(format.money(basketMinor({ lines, extra }, currency), currency))}
      </p>
    </fieldset>
  );
}

/** What is wrong with it before it is sent, by field. */
export function basketProblems(basket: Basket, currency: string): Record<string, string> {
  const m = texts.value.basket;
  const problems: Record<string, string> = {};
  for (const [index, { quantity, ...line }] of basket.lines.entries()) {
    for (const name of ['price', 'discount', 'tax'] as const)
      if (line[name] && (!isAmount(line[name]) || line[name].startsWith('-')))
        problems[`${NAME}.${index}.${name}`] = m.noAmount;
    if (quantity !== undefined && !(quantity > 0)) problems[`${NAME}.${index}.quantity`] = m.noQuantity;
  }
  if (basket.extra && !isAmount(basket.extra)) problems.extra = m.noAmount;
  else if (basket.lines.length === 0 && !basket.extra) problems.extra = m.nothing;
  else if (basketMinor(basket, currency) < 0) problems.extra = m.belowZero;
  return problems;
}

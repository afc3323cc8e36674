import { useEffect, useId, useRef } from 'preact/hooks';
import { toMinor } from '../../../schemas/money.js';
import { describedBy, FieldFrame } from '../../components/FieldFrame.js';
import { DateField, MoneyField, NumberField, TextField } from '../../components/fields.js';
import { useField } from '../../components/form_state.js';
import { useFormat, useSite } from '../../components/site.js';
import { useProducts } from '../../products/useProducts.js';
import type { DraftLine } from '../lines.js';
import { texts } from './texts.js';

/** What one line of an order is about: a product of the site's, or whatever is typed. */
export function LineField({ name, currency }: { name: string; currency: string }) {
  const m = texts.value.basket;
  return (
    <>
      <ProductField name={name} currency={currency} />
      <NumberField name={`${name}.quantity`} label={m.quantity} min={0} step="any" required />
      <MoneyField name={`${name}.price`} label={m.price} currency={currency} />
      <details class="order-line-more">
        <summary>{m.more}</summary>
        <div class="form-pair">
          <MoneyField name={`${name}.discount`} label={m.discount} currency={currency} />
          <MoneyField name={`${name}.tax`} label={m.tax} currency={currency} />
          <TextField name={`${name}.serial`} label={m.serial} autocomplete="off" maxLength={200} />
          <DateField name={`${name}.warrantyUntil`} label={m.warrantyUntil} />
        </div>
      </details>
    </>
  );
}

/** Found by typing a part of it: the browser's own list of suggestions. A product that is chosen brings its list price. */
function ProductField({ name, currency }: { name: string; currency: string }) {
  const m = texts.value.basket;
  const id = useId();
  const { site } = useSite();
  const format = useFormat();
  const line = useField(name);
  const field = useField(`${name}.product`);
  const draft = line.value as DraftLine;
  const products = useProducts(draft.product);
  const proposed = useRef('');
  const currencyOf = (product: { currency?: string | undefined }) =>
    product.currency ?? site.currency ?? currency;
  const meant = products.find((product) => product.name === draft.product || product.id === draft.product);
  useEffect(() => {
    if (!meant || draft.id) return;
    const { id, price } = meant;
    const hasPrice = price !== undefined && currencyOf(meant) === currency;
    // A price that somebody has typed stays.
    const isFree = draft.price === '' || draft.price === proposed.current;
    if (hasPrice) proposed.current = String(price);
    line.set({ ...draft, id, ...(hasPrice && isFree && { price: String(price) }) });
  }, [meant?.id, draft.id]);
  return (
    <FieldFrame id={id} label={m.product} field={field}>
      <input
        type="text"
        name={`${name}.product`}
        list={`${id}-list`}
        value={draft.product}
        autocomplete="off"
        maxLength={128}
        required
        // Enter takes what is proposed; it files no half-written order.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        onInput={(event) => line.set({ ...draft, product: event.currentTarget.value, id: '' })}
        {...describedBy(id, field.problem)}
      />
      <datalist id={`${id}-list`}>
        {products.map((product) => (
          <option key={product.id} value={product.name}>
            {product.price !== undefined &&
              format.money(toMinor(product.price, currencyOf(product)) ?? 0, currencyOf(product))}
          </option>
        ))}
      </datalist>
    </FieldFrame>
  );
}

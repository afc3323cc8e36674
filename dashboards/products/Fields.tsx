import type { Product } from '../../schemas/entities/products.js';
import { currencies } from '../components/currencies.js';
import { AreaField, MoneyField, TextField } from '../components/fields.js';
import { useField } from '../components/form_state.js';
import { SuggestField } from '../components/SuggestField.js';
import { formatTag } from '../i18n/locale.js';
import { isAmount } from '../orders/lines.js';
import { texts } from './texts.js';

/** A product while somebody types it. */
export type ProductValues = Record<
  'name' | 'category' | 'price' | 'currency' | 'description' | 'url',
  string
>;

/** @param currency of the site, where the product names none */
export const valuesOf = (product: Partial<Product>, currency: string): ProductValues => ({
  name: product.name ?? '',
  category: product.category ?? '',
  price: product.price === undefined ? '' : String(product.price),
  currency: product.currency ?? currency,
  description: product.description ?? '',
  url: product.url ?? '',
});

/** As the record takes it: what is empty is left out. */
export function productOf({ name, ...others }: ProductValues): Product {
  return { name, ...Object.fromEntries(Object.entries(others).filter(([, text]) => text.trim())) };
}

export function productProblems({ price }: Pick<ProductValues, 'price'>): Record<string, string> {
  return price && !isAmount(price) ? { price: texts.value.noAmount } : {};
}

export function ProductFields() {
  const m = texts.value.fields;
  return (
    <>
      <TextField name="name" label={m.name} autocomplete="off" maxLength={500} required />
      <TextField name="category" label={m.category} autocomplete="off" maxLength={200} />
      <div class="form-pair">
        <MoneyField name="price" label={m.price} currency={String(useField('currency').value ?? '')} />
        <SuggestField name="currency" label={m.currency} options={currencies(formatTag.value)} />
      </div>
      <TextField name="url" label={m.url} autocomplete="url" inputMode="url" maxLength={4096} />
      <AreaField name="description" label={m.description} maxLength={50_000} />
    </>
  );
}

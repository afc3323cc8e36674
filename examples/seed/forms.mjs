// The forms and products of the demo site, filled in as its visitors would.
import { catalogue } from '../plain-html/catalogue.js';

const hints = {
  name: { type: 'text', autocomplete: 'name', label: 'Your name' },
  email: { type: 'email', autocomplete: 'email', label: 'E-mail' },
  phone: { type: 'tel', autocomplete: 'tel', label: 'Phone (optional)' },
  company: { type: 'text', autocomplete: 'organization', label: 'Company (optional)' },
};

const form = (id, action, fields) => ({
  type: 'form_submit',
  form: {
    id,
    action,
    fields,
    hints: Object.fromEntries(Object.entries(hints).filter(([name]) => name in fields)),
  },
});

const optional = (name, value, isGiven) => (isGiven && value ? { [name]: value } : {});

export const newsletter = ({ email }, site) => form('newsletter', `${site}/thanks.html`, { email });

export const contact = ({ chance }, { name, email, phone, company, message }, site) =>
  form('contact', `${site}/thanks.html`, {
    name,
    email,
    ...optional('phone', phone, chance(0.6)),
    ...optional('company', company, chance(0.9)),
    message,
    consent: 'yes',
  });

export function quote({ chance, between, weighted }, { name, email, phone }, site) {
  const services = ['install', 'service', 'repair', 'training'].filter(() => chance(0.4));
  return form('quote', `${site}/thanks.html`, {
    product: weighted([
      [5, 'duet-2'],
      [4, 'solo-1'],
      [3, 'own'],
      [2, 'mill-64'],
    ]),
    quantity: String(
      weighted([
        [7, 1],
        [2, 2],
        [1, between(3, 6)],
      ]),
    ),
    ...(services.length > 0 ? { services } : {}),
    name,
    email,
    ...optional('phone', phone, chance(0.7)),
  });
}

/** What goes into the basket: a first order is often a plan or a machine, a later one a kit. */
export function orderOf({ weighted, between }, orderId, isFirst) {
  const product = weighted(
    isFirst
      ? [
          [24, 'plan-cafe'],
          [17, 'plan-kitchen'],
          [8, 'plan-busy-bar'],
          [16, 'solo-1'],
          [7, 'duet-2'],
          [14, 'mill-64'],
          [20, 'care-kit'],
        ]
      : [
          [60, 'care-kit'],
          [14, 'mill-64'],
          [12, 'plan-cafe'],
          [5, 'plan-kitchen'],
          [5, 'solo-1'],
        ],
  );
  const { name, price } = catalogue[product];
  const quantity =
    product === 'care-kit'
      ? between(1, 4)
      : weighted([
          [9, 1],
          [1, 2],
        ]);
  return { orderId, value: price * quantity, currency: 'EUR', lines: [{ product, name, quantity, price }] };
}

export const checkout = (
  { lines: [{ product, quantity }] },
  { name, email, address, town, postcode },
  site,
) =>
  form('checkout', `${site}/order-confirmed.html`, {
    name,
    email,
    address,
    city: town,
    postcode,
    product,
    quantity: String(quantity),
  });

import { catalogue, euro } from './catalogue.js';

const product = new URLSearchParams(location.search).get('product');
const item = Object.hasOwn(catalogue, product) ? catalogue[product] : undefined;
const form = document.querySelector('#checkout');
const quantity = form.elements.quantity;

const total = () => item.price * quantity.valueAsNumber;
const showTotal = () => {
  for (const output of document.querySelectorAll('.total')) {
    output.textContent = quantity.validity.valid ? euro(total()) : '–';
  }
};

if (item) {
  document.querySelector('#empty').hidden = true;
  document.querySelector('#filled').hidden = false;
  document.querySelector('#item').textContent = item.name;
  document.querySelector('#unit').textContent = euro(item.price);
  form.elements.product.value = product;
  quantity.addEventListener('input', showTotal);
  // Back from the next page, a browser may bring back the quantity typed before.
  addEventListener('pageshow', showTotal);
}

// Made once, so that a second click on the button is still the same order.
let orderId;

form.addEventListener('submit', () => {
  orderId ??=
    `HT-${Array.from(crypto.getRandomValues(new Uint32Array(2)), (n) => n.toString(36)).join('-')}`.toUpperCase();
  const order = {
    orderId,
    value: total(),
    currency: 'EUR',
    lines: [{ product, name: item.name, quantity: quantity.valueAsNumber, price: item.price }],
  };
  sessionStorage.setItem('order', JSON.stringify(order));
});

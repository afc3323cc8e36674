import { euro } from './catalogue.js';

// The usual stub: calls made before leadline.js has loaded wait in a queue.
window.leadline ??= (...call) => {
  leadline.q ??= [];
  leadline.q.push(call);
};

const order = JSON.parse(sessionStorage.getItem('order'));

if (order) {
  // A reload of this page calls again with the same order id, by which it is the same order.
  leadline('conversion', {
    orderId: order.orderId,
    value: order.value,
    currency: order.currency,
    lines: order.lines,
  });

  const [line] = order.lines;
  const summary = document.querySelector('#order');
  summary.textContent = `Order ${order.orderId}: ${line.quantity} × ${line.name}, ${euro(order.value)}.`;
  summary.hidden = false;
}

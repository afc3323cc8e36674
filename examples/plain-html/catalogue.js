// What the shop sells, by the id in `checkout.html?product=<id>`. Prices in whole euro.
export const catalogue = {
  'plan-kitchen': { name: 'Kitchen plan, one year', price: 149 },
  'plan-cafe': { name: 'Café plan, one year', price: 420 },
  'plan-busy-bar': { name: 'Busy bar plan, one year', price: 890 },
  'solo-1': { name: 'Solo 1', price: 1890 },
  'duet-2': { name: 'Duet 2', price: 5400 },
  'mill-64': { name: 'Mill 64', price: 640 },
  'care-kit': { name: 'Care kit', price: 48 },
};

export const euro = (amount) =>
  amount.toLocaleString('en-IE', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });

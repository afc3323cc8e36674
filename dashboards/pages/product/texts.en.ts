export const texts = {
  back: 'Products',
  missing: 'There is no product of this number, and no order has it.',
  sold: (currency: string) => `Sold in ${currency}, all time`,
  notSold: 'Nobody has bought it yet.',
  prices: 'Prices paid',
  price: 'Price of one',
  units: 'Units sold',
  record: 'About this product',
  noRecord:
    'Orders name this product; there is no record of it yet. Say what it is, and lists and orders show its name and list price.',
  saved: (name: string) => `${name} is saved`,
};

export type Texts = typeof texts;

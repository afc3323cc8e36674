export const texts = {
  columns: {
    product: 'Product',
    category: 'Category',
    units: 'Units',
    listPrice: 'List price',
    average: 'Average price',
    median: 'Median price',
    lowest: 'Lowest price',
    highest: 'Highest price',
    lastSold: 'Last sold',
    buyers: 'Customers',
  },
  fields: {
    id: 'Product number',
    idHint: 'As the orders of your shop name it, such as MUG-1. It cannot be changed later.',
    name: 'Name',
    category: 'Category',
    price: 'List price',
    currency: 'Currency',
    description: 'Description',
    url: 'Address of its page',
  },
  noAmount: 'This is no price: write it such as 12.50.',
  taken: 'There is a product of this number already. Choose another number.',
};

export type Texts = typeof texts;

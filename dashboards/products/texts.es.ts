import type { Texts } from './texts.en.js';

export const texts: Texts = {
  columns: {
    product: 'Producto',
    category: 'Categoría',
    units: 'Unidades',
    listPrice: 'Precio de tarifa',
    average: 'Precio medio',
    median: 'Precio mediano',
    lowest: 'Precio mínimo',
    highest: 'Precio máximo',
    lastSold: 'Última venta',
    buyers: 'Clientes',
  },
  fields: {
    id: 'Número de producto',
    idHint: 'Como lo nombran los pedidos de tu tienda, por ejemplo TAZA-1. Después no se puede cambiar.',
    name: 'Nombre',
    category: 'Categoría',
    price: 'Precio de tarifa',
    currency: 'Moneda',
    description: 'Descripción',
    url: 'Dirección de su página',
  },
  noAmount: 'Esto no es un precio: escríbelo como 12,50.',
  taken: 'Ya hay un producto con este número. Elige otro.',
};

import type { Texts } from './texts.en.js';

export const texts: Texts = {
  back: 'Productos',
  missing: 'No hay ningún producto con este número, ni pedido que lo tenga.',
  sold: (currency) => `Vendido en ${currency}, desde siempre`,
  notSold: 'Nadie lo ha comprado todavía.',
  prices: 'Precios pagados',
  price: 'Precio por unidad',
  units: 'Unidades vendidas',
  record: 'Sobre este producto',
  noRecord:
    'Los pedidos nombran este producto, pero aún no hay una ficha. Di qué es, y las listas y los pedidos mostrarán su nombre y su precio de tarifa.',
  saved: (name) => `Se ha guardado ${name}`,
};

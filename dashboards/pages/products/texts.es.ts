import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('es');

export const texts: Texts = {
  search: 'Buscar productos',
  count: (count) => plural(count, { one: '# producto', other: '# productos' }),
  all: 'Todos los productos',
  add: 'Añadir un producto',
  importFile: 'Importar un archivo',
  save: 'Añadir',
  added: (name) => `Se ha añadido ${name}`,
  empty: {
    title: 'Todavía no hay productos',
    text: 'Añade lo que vendes. Los productos de los pedidos aparecen aquí por sí solos, con los precios que de verdad se pagaron.',
  },
};

import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('es');

export const texts: Texts = {
  search: 'Buscar pedidos',
  count: (count) => plural(count, { one: '# pedido', other: '# pedidos' }),
  all: 'Todos los pedidos',
  refunds: 'Reembolsos',
  empty: {
    title: 'Todavía no hay pedidos',
    text: 'Haz que el servidor de tu tienda envíe un evento purchase por cada pedido, o abre una persona e introduce un pedido a mano.',
    leads: 'Ir a los leads',
  },
};

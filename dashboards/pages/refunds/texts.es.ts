import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('es');

export const texts: Texts = {
  search: 'Buscar reembolsos',
  count: (count) => plural(count, { one: '# reembolso', other: '# reembolsos' }),
  all: 'Todos los reembolsos',
  back: 'Pedidos',
  givenBack: 'Devuelto',
  amount: 'Importe',
  worth: 'Bruto del pedido',
  empty: {
    title: 'Todavía no hay reembolsos',
    text: 'Haz que el servidor de tu tienda envíe un evento refund cuando se devuelve dinero, o abre un pedido y reembólsalo a mano.',
    orders: 'Ir a los pedidos',
  },
};

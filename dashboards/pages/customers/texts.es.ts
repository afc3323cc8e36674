import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('es');

export const texts: Texts = {
  search: 'Buscar clientes',
  count: (count) => plural(count, { one: '# cliente', other: '# clientes' }),
  everyone: 'Todos los clientes',
  firstPurchase: 'Primera compra',
  lastPurchase: 'Última compra',
  daysToPurchase: 'Días hasta comprar',
  empty: {
    title: 'Todavía no hay clientes',
    unassigned: 'Ninguna de las personas a tu cargo ha comprado todavía.',
    text: 'Quien compra pasa a ser cliente. Haz que el servidor de tu tienda envíe un evento purchase por cada pedido, o abre una persona e introduce un pedido a mano.',
    leads: 'Ir a los leads',
  },
};

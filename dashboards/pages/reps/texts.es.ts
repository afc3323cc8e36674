import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('es');

export const texts: Texts = {
  search: 'Buscar vendedores',
  count: (count) => plural(count, { one: '# vendedor', other: '# vendedores' }),
  rep: 'Vendedor',
  nobody: 'Nadie',
  people: 'Personas',
  new: 'Nuevas',
  contacted: 'Contactadas',
  openSteps: 'Pasos abiertos',
  overdue: 'Atrasados',
  won: 'Ganadas',
  revenue: 'Neto',
  empty: 'Nadie tiene todavía personas a su cargo ni ha vendido nada.',
};

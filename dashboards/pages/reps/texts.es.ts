import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('es');

export const texts: Texts = {
  search: 'Buscar comerciales',
  count: (count) => plural(count, { one: '# comercial', other: '# comerciales' }),
  rep: 'Comercial',
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

import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('es');

export const texts: Texts = {
  intro:
    'Personas que quizá sean la misma. Aquí nada se une solo: mira a las dos y di qué son. Todo se puede deshacer cuando quieras.',
  search: 'Buscar en las parejas',
  count: (count) => plural(count, { one: '# pareja', other: '# parejas' }),
  one: 'Una',
  other: 'La otra',
  why: 'Motivo',
  alike: { claim: 'Lo dijo una página', phone: 'Mismo teléfono', name: 'Nombre casi igual' },
  join: 'Unir',
  joinPair: (one, other) => `Unir: ${one}, ${other}`,
  two: 'Son dos',
  twoPair: (one, other) => `Son dos: ${one}, ${other}`,
  seen: 'última visita',
  orders: (count) => plural(count, { one: '# pedido', other: '# pedidos' }),
  empty: {
    title: 'No hay duplicados que revisar',
    text: 'Cada hora Leadline busca personas que quizá sean la misma: con el mismo teléfono, con casi el mismo nombre en una misma empresa o que una página de tu sitio ha dado por la misma. Lo que encuentra aparece aquí y tú decides.',
    byHand:
      'Si sabes que dos personas son la misma, únelas directamente: selecciónalas en la lista de leads.',
    leads: 'Ir a los leads',
  },
};

import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('es');

export const texts: Texts = {
  search: 'Buscar clics',
  count: (count) => plural(count, { one: '# clic', other: '# clics' }),
  all: 'Todos los clics',
  empty: {
    title: 'Ningún clic en estos días',
    text: 'Quien siga uno de tus enlaces aparece aquí al momento, tanto personas como programas que revisan el correo.',
    links: 'Ir a los enlaces',
  },
};

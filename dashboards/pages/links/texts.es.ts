import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('es');

export const texts: Texts = {
  search: 'Buscar enlaces',
  count: (count) => plural(count, { one: '# enlace', other: '# enlaces' }),
  all: 'Todos los enlaces',
  add: 'Crear un enlace',
  convert: 'Medir un correo',
  save: 'Crear',
  added: 'El enlace está creado: copia su dirección',
  empty: {
    title: 'Todavía no hay enlaces',
    text: 'Crea un enlace a una página y pon su dirección en un correo o un anuncio: quien lo siga se cuenta aquí.',
  },
};

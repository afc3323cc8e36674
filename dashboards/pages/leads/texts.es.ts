import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('es');

export const texts: Texts = {
  search: 'Buscar personas',
  count: (count) => plural(count, { one: '# persona', other: '# personas' }),
  everyone: 'Todas las personas',
  join: 'Unir',
  added: (count, name) =>
    plural(count, { one: `Nuevo lead: ${name}`, other: `# leads nuevos; el último: ${name}` }),
  empty: {
    title: 'Todavía no hay leads',
    unassigned: 'Todavía no tienes a nadie a tu cargo. Un propietario puede asignarte personas.',
    intro: 'Cada formulario que se envía en tu sitio se convierte en un lead. No hay nada que configurar:',
    paste: 'Pega esta etiqueta en las páginas de tu sitio, antes de </head>.',
    submit: 'Envía allí un formulario que pida un correo o un teléfono.',
    appear: 'El lead aparece aquí en menos de dos segundos, sin recargar.',
    demo: 'Probarlo en el sitio de demostración',
    origins: 'Permitir la dirección de tu sitio',
  },
};

import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('es');

export const texts: Texts = {
  back: 'Enlace',
  search: 'Buscar destinatarios',
  count: (count) => plural(count, { one: '# destinatario', other: '# destinatarios' }),
  recipient: 'Destinatario',
  email: 'Correo',
  customer: 'Número de cliente, o el de la herramienta de correo',
  clicked: 'Hizo clic',
  answers: { yes: 'Sí', no: 'No' },
  make: 'Crear direcciones',
  submit: 'Crear',
  emails: 'Direcciones de correo',
  emailsHint:
    'Una por línea. Recibes un archivo con una dirección del enlace para cada una, para importarlo en tu herramienta de correo.',
  wrongLine: (line) => `Esto no es una dirección de correo: ${line}`,
  none: 'Escribe al menos una dirección de correo.',
  making: 'Se están creando las direcciones',
  made: (count) =>
    plural(count, {
      one: '# dirección creada: mira el archivo',
      other: '# direcciones creadas: mira el archivo',
    }),
  empty: {
    title: 'Todavía no hay destinatarios',
    text: 'Crea una dirección para cada destinatario, o toma en la página del enlace una con la etiqueta de tu herramienta de correo: entonces verás aquí quién lo siguió y quién no.',
  },
};

import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('es');

export const texts: Texts = {
  back: 'Enlaces',
  intro:
    'Pega el código de un correo: vuelve con enlaces medidos en lugar de sus direcciones, sin cambiar nada más. Leadline no lo envía.',
  email: 'El correo',
  campaign: 'Campaña',
  campaignHint: 'Cómo se llama el correo, por ejemplo 2026-05-carta. Un nombre nuevo crea una campaña nueva.',
  tool: 'Herramienta de correo',
  toolHint: 'Pone a quién envía, y así ves quién siguió cada enlace.',
  noTool: 'Ninguna: no se nombra a nadie',
  html: 'Código HTML',
  convert: 'Poner enlaces medidos',
  noHtml: 'Pega el código del correo.',
  noCampaign: 'Escribe cómo se llama el correo.',
  links: (count) => plural(count, { one: '# enlace medido', other: '# enlaces medidos' }),
  destination: 'Lleva a',
  times: 'Veces',
  untouched: 'Direcciones que se quedan como están',
  address: 'Dirección',
  why: 'Por qué',
  whys: {
    no_page: 'No es una página web.',
    unsubscribe: 'Sirve para darse de baja.',
    merge_tag: 'La pone la herramienta de correo.',
    tracked: 'Ya está medida.',
    invalid: 'No es una dirección que abra un navegador.',
  },
  after: 'El correo con enlaces medidos',
  before: 'Como estaba',
};

import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('es');

export const texts: Texts = {
  intro:
    'Lo que se envió con la clave de este sitio y no se registró en los últimos 30 días, según el motivo. Lo que puede ser un lead espera en el navegador de su visitante hasta que lo arregles.',
  empty: 'No se ha rechazado ningún evento.',
  events: (count) => plural(count, { one: '# evento', other: '# eventos' }),
  last: (when) => ['Último: ', when],
  from: (origins) => ['Desde: ', origins],
  types: (types) => ['Eventos: ', types],
  open: 'Ver uno por uno',
  all: 'Todos los motivos',
  search: 'Buscar en los eventos rechazados',
  searchHint: 'Evento, dirección o detalle',
  technical: (detail) => ['Detalle técnico: ', detail],
  columns: { when: 'Cuándo', event: 'Evento', origin: 'Desde', count: 'Veces', message: 'Detalle técnico' },
  advice: {
    origin_not_allowed:
      'Si la página es tuya, permite su dirección. Si no, alguien ha copiado tu etiqueta y no hay nada que hacer.',
    rate_limited:
      'Un programa envía demasiado deprisa, o muchas personas comparten una dirección. Haz que envíe lotes más grandes o sube el límite (LEADLINE_EVENTS_PER_MINUTE_ADDRESS, LEADLINE_EVENTS_PER_MINUTE_KEY).',
    identifier_shared:
      'Los eventos se aceptaron, pero un correo o número de cliente vale por muchas personas. Haz que tu página o tu servidor envíe un número de cliente solo de quien ha iniciado sesión, y ninguno de los invitados.',
    event_too_large: 'Envía menos con cada evento: quita lo que nadie va a leer.',
    event_invalid: 'Quien escribió el código que lo envía encontrará abajo qué está mal.',
    type_reserved: 'Elige otro nombre para tu evento.',
    server_only:
      'Envíalo desde tu servidor con una clave de API: desde una página podría hacerlo cualquiera.',
    ts_out_of_range:
      'El reloj de quien lo envía está mal, o el evento es demasiado antiguo. Revisa el reloj del servidor que lo envía.',
    value_out_of_range: 'Revisa el importe y su moneda: ¿está en céntimos por error?',
    props_too_large: 'Envía menos datos con el evento, o más cortos.',
    person_invalid: 'Haz que tu servidor envíe también un correo, un teléfono o tu propio número de cliente.',
    not_storable: 'Esto no debería ocurrir: mira el registro del colector y avísanos.',
  },
};

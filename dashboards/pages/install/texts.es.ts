import type { Texts } from './texts.en.js';

export const texts: Texts = {
  tag: 'La etiqueta',
  tagIntro:
    'Pégala en todas las páginas de tu sitio, antes de </head>. Desde ese momento se registran los formularios y las páginas vistas.',
  pinned: 'Fijar esta versión del script',
  pinnedIntro:
    'Con esta etiqueta, el navegador rechaza el script si cambia un solo byte, sea quien sea el que lo cambió. No sigue las actualizaciones: después de actualizar Leadline, pega la etiqueta nueva.',
  origins: 'Direcciones permitidas',
  originsIntro: 'Solo las páginas de estas direcciones pueden enviar eventos con la etiqueta de este sitio.',
  originsEmpty: 'No hay ninguna dirección permitida: se rechazan todos los eventos de los navegadores.',
  self: (address) => `Este mismo Leadline (${address})`,
  add: 'Añadir',
  addLabel: 'Dirección de un sitio',
  addHint: 'Por ejemplo, https://www.example.com, o https://*.example.com para todos sus subdominios.',
  addInvalid: 'No es la dirección de un sitio. Tiene esta forma: https://www.example.com.',
  present: (origin) => `${origin} ya está permitida.`,
  added: (origin) => `${origin} queda permitida.`,
  remove: (origin) => `Quitar ${origin}`,
  removed: (origin) => `${origin} ya no está permitida.`,
  undo: 'Deshacer',
  refused: 'Eventos rechazados',
  refusedIntro: 'Lo que se envió con la etiqueta de este sitio y no se registró, y por qué.',
  refusedEmpty: 'No se ha rechazado ningún evento.',
  allow: (origin) => `Permitir ${origin}`,
  technical: (detail) => ['Detalle técnico: ', detail],
  columns: { when: 'Cuándo', reason: 'Por qué', event: 'Evento', origin: 'Desde', count: 'Veces' },
  reasons: {
    origin_not_allowed: 'La página no está en una dirección permitida',
    rate_limited: 'Llegaron demasiados eventos en un minuto',
    event_too_large: 'El evento es demasiado grande',
    event_invalid: 'El evento no tiene la forma esperada',
    type_reserved: 'El nombre del evento está reservado para Leadline',
    server_only: 'Solo puede enviarlo un servidor, con una clave de API',
    ts_out_of_range: 'La hora del evento se aleja demasiado de la real',
    value_out_of_range: 'El importe es demasiado grande',
    props_too_large: 'El evento lleva demasiados datos adicionales',
    person_invalid:
      'Un servidor lo envió sin indicar a nadie: falta un correo, teléfono o número de cliente válido',
    not_storable: 'La base de datos rechazó el evento',
  },
};

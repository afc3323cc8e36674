import type { Texts } from './texts.en.js';

export const texts: Texts = {
  self: (address) => `Este mismo Leadline (${address})`,
  allow: (origin) => `Permitir ${origin}`,
  added: (origin) => `${origin} queda permitida.`,
  reasons: {
    origin_not_allowed: 'La página no está en una dirección permitida',
    rate_limited: 'Llegaron demasiados eventos en un minuto',
    identifier_shared: 'Un identificador llegó con demasiados otros: no une a nadie',
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

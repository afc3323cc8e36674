import type { DetailWords } from './words.js';

export const words: DetailWords = {
  rules: {
    missing: (field) => `Falta ${field}.`,
    unknown: (field) => `No existe el campo ${field}.`,
    type: (field, limit) => `${field} debe ser ${limit}.`,
    too_short: (field, limit) => `${field} necesita ${limit} o más.`,
    too_long: (field, limit) => `${field} puede tener ${limit} como máximo.`,
    too_small: (field, limit) => `${field} debe ser ${limit} o más.`,
    too_large: (field, limit) => `${field} debe ser ${limit} o menos.`,
    one_of: (field, limit) => `${field} debe ser uno de estos: ${limit}.`,
    reference: (field) => `Lo que indica ${field} no existe.`,
  },
  formats: {
    amount: (field) => `${field} debe ser un importe, por ejemplo 12.50.`,
    attribute: (field) =>
      `${field} debe empezar por una letra minúscula y seguir con letras y cifras, por ejemplo plan o shoeSize.`,
    country: (field) => `${field} debe ser un código de país, por ejemplo ES.`,
    currency: (field) => `${field} debe ser un código de moneda, por ejemplo EUR.`,
    cursor: () => 'La lista ha cambiado: ábrela de nuevo.',
    domain: (field) => `${field} debe ser un dominio, por ejemplo example.com.`,
    email: (field) => `${field} debe ser una dirección de correo, por ejemplo ada@example.com.`,
    free_attribute: (field) => `${field} es uno que ya tienen todos los sitios: elige otro.`,
    moment: (field) =>
      `${field} debe ser un momento, por ejemplo 2026-10-14T12:00:00Z, o un día, por ejemplo 2026-10-14.`,
    no_password: (field) => `${field} lleva un nombre o una contraseña: quítalos.`,
    long_address: (field) =>
      `${field} es demasiado larga tal como la escriben los navegadores, donde ş ocupa seis caracteres: 2048 como máximo.`,
    no_unsubscribe: (field) =>
      `${field} sirve para darse de baja: deja ese enlace como está, para que funcione siempre.`,
    not_tracked: (field) => `${field} ya es un enlace medido: pon la dirección a la que lleva.`,
    origin: (field) => `${field} debe ser una dirección, por ejemplo https://www.example.com.`,
    parameter: (field) => `${field} solo puede tener letras, cifras, - y _.`,
    site: (field) => `${field} debe ser la clave de un sitio.`,
    time_zone: (field) => `${field} debe ser una zona horaria, por ejemplo Europe/Madrid.`,
    uncommon_password: (field) =>
      `${field} es fácil de adivinar: elige una que no sea común ni salga de tu nombre o tu correo.`,
    unique: (field) => `${field} está dos veces.`,
    web_address: (field) => `${field} debe ser una dirección web que empiece por https:// o http://.`,
    other: (field) => `${field} no está escrito como debería.`,
  },
  types: {
    string: 'un texto',
    number: 'un número',
    boolean: 'sí o no',
    array: 'una lista',
    object: 'un objeto',
  },
};

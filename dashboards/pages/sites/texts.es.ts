import type { Texts } from './texts.en.js';

export const texts: Texts = {
  add: 'Añadir un sitio',
  all: 'Todos los sitios',
  gone: 'Ese sitio no existe, o no puedes cambiarlo.',
  make: 'Añadir el sitio',
  settings: 'Ajustes',
  keyIs: (key) => ['La clave del sitio, como está en su etiqueta: ', key],
  key: 'Clave del sitio',
  keyHint:
    'Está en la etiqueta y en las direcciones, y no se puede cambiar después. Letras, cifras, puntos, guiones y guiones bajos: example.com',
  keyWrong: 'Una clave tiene de 1 a 64 letras, cifras, puntos, guiones o guiones bajos.',
  keyTaken: 'Ya hay un sitio con esta clave.',
  name: 'Nombre',
  nameHint: 'Como lo veis tú y tu equipo.',
  origins: 'Direcciones permitidas',
  originsHint:
    'Solo las páginas de estas direcciones pueden enviar eventos con la etiqueta de este sitio. https://*.example.com permite todos sus subdominios; «self» es este mismo Leadline.',
  addOrigin: 'Añadir una dirección',
  noOrigin: 'ninguna: se rechazan todos los eventos de los navegadores',
  originShown: (origin) => (origin === 'self' ? 'este Leadline' : origin),
  timeZone: 'Zona horaria',
  timeZoneHint: 'Los días de los informes son los de esta zona. Escribe una ciudad para encontrarla.',
  currency: 'Moneda',
  currencyHint: 'De los importes que llegan sin moneda.',
  salesShare: 'Ventas de varios comerciales',
  salesShareHint: 'Cómo cuenta un pedido que nombra a más de un comercial.',
  salesShares: { equally: 'A partes iguales', first: 'Entero para el primero', each: 'Entero para cada uno' },
  groups: { sources: 'De dónde vienen las visitas', privacy: 'Privacidad', people: 'Personas' },
  ignoredReferrers: 'Nunca son un origen',
  ignoredReferrersHint:
    'Direcciones por las que tus visitantes solo pasan, con todos sus subdominios: páginas de pago, tu banco, herramientas propias. Vale desde ahora; lo registrado no cambia.',
  addHost: 'Añadir una dirección',
  affiliateParameters: 'Parámetros de afiliados',
  affiliateParametersHint:
    'Parámetros de la dirección con los que tus socios marcan sus enlaces, además de via, ref, aff, affid y fpr.',
  addParameter: 'Añadir un parámetro',
  scrubParameters: 'Parámetros que nunca se guardan',
  scrubParametersHint:
    'Parámetros de la dirección cuyos valores se quitan antes de guardar nada, además de tokens, contraseñas y correos.',
  cookieDomain: 'Dominio de la cookie del visitante',
  cookieDomainHint:
    'Solo con data-cookie en la etiqueta y este Leadline en una dirección del sitio: entonces renueva la cookie, que Safari olvidaría a los 7 días.',
  country: 'País',
  countryHint: 'Los teléfonos escritos sin prefijo de país se leen como de aquí.',
  noCountry: 'Sin indicar',
  attributes: 'Atributos de las personas',
  attributesHint:
    'Lo que sabes de las personas además del nombre, la empresa, la dirección y lo habitual. Lo que declares aquí pueden decirlo eventos, formularios y comerciales; se ve en la página de cada persona, y los leads se ordenan y filtran por ello.',
  attribute: (name) => `Atributo ${name}`,
  attributeLabel: 'Etiqueta',
  attributeName: 'Nombre en los datos',
  attributeType: 'Tipo',
  types: { text: 'Texto', number: 'Número', date: 'Fecha', boolean: 'Sí o no', choice: 'Opción' },
  options: 'Opciones',
  optionsHint: 'Separadas por comas.',
  addAttribute: 'Añadir un atributo',
  remove: 'Quitar',
  identity: 'Secreto de identidad',
  identityText:
    'Tu servidor firma con él quién ha iniciado sesión, para que nadie se haga pasar por otra persona: lo firmado cuenta como palabra tuya; lo demás que diga una página es solo una afirmación. Guárdalo en el servidor: no lo pongas nunca en una página.',
  identityCode:
    'Tu servidor firma tu identificador de cliente de quien ha iniciado sesión; si no lo hay, su correo electrónico, sin espacios alrededor y en minúsculas:',
  identityPage: 'Tu página pasa la firma:',
  showSecret: 'Mostrar el secreto',
  hideSecret: 'Ocultarlo',
  renew: 'Renovar',
  renewQuestion: '¿Renovar el secreto de identidad?',
  renewText:
    'Un secreto nuevo sustituye a este al instante y para siempre. Pásalo enseguida a tus servidores: lo que firmen con el anterior ya no vale.',
  renewed: 'Hay un secreto de identidad nuevo.',
  removal: 'Quitar este sitio',
  removalText:
    'Su etiqueta deja de contar al instante y el sitio desaparece de los menús. Lo registrado se queda en la base de datos y vuelve a estar cuando se añade un sitio con la misma clave.',
  removeSite: 'Quitar el sitio',
  removeQuestion: (name) => `¿Quitar ${name}?`,
  removed: (name) => `Se ha quitado ${name}.`,
};

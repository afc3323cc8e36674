import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('es');

export const texts: Texts = {
  check: '¿Funciona?',
  checkIntro: 'Pega la etiqueta en tu sitio y abre una de sus páginas. Lo que llegue aparece aquí solo.',
  checkDone: 'La etiqueta funciona: llegan páginas vistas y formularios.',
  steps: {
    script: {
      title: 'El script se carga',
      seen: 'El script se carga',
      waiting:
        'Ninguna página de tus direcciones permitidas lo ha pedido todavía. Abre o recarga una página con la etiqueta. Si nada cambia: puede que la página venga de una caché o de un optimizador sin la etiqueta, que un bloqueador retenga el script o que a la Content-Security-Policy de la página le falte este Leadline en script-src.',
    },
    view: {
      title: 'La primera página vista',
      seen: 'Llegan páginas vistas',
      waiting: 'Llega en cuanto se abre una página con la etiqueta.',
    },
    form: {
      title: 'El primer formulario',
      seen: 'Llegan formularios',
      waiting:
        'Rellena un formulario de tu sitio, por ejemplo el de contacto, y envíalo. Las búsquedas, los accesos y los pagos no se tocan.',
    },
  },
  states: { seen: 'Visto', waiting: 'En espera', problem: 'Algo lo impide' },
  last: (when, where) => ['Última vez: ', when, where ? [', ', where] : ''],
  first: (when) => `la primera: ${when}`,
  problems: 'Lo que lo impide',
  more: (count) => plural(count, { one: '# más', other: '# más' }),
  problem: {
    origin: (origin) => ['Hay páginas de ', origin, ' que usan esta clave sin tener permiso.'],
    key: (origin, key, right) =>
      origin
        ? [
            'Las páginas de ',
            origin,
            ' envían la clave «',
            key,
            `», que no es de ningún sitio. Debería ser «${right}»:`,
          ]
        : ['Alguien envía la clave «', key, `», que no es de ningún sitio. Debería ser «${right}»:`],
    stray: (origin, key, right) => [
      origin ? ['Las páginas de ', origin, ' envían'] : 'Alguien envía',
      ' la clave «',
      key,
      `», que no es de ningún sitio. Si es para este sitio, debería ser «${right}»:`,
    ],
    originWaits: (visitors) =>
      plural(visitors, {
        one: 'Los eventos de # visitante esperan en su navegador hasta que las permitas.',
        other: 'Los eventos de # visitantes esperan en sus navegadores hasta que las permitas.',
      }),
    keyWaits: (visitors) =>
      plural(visitors, {
        one: 'Los eventos de # visitante esperan en su navegador hasta que corrijas la etiqueta.',
        other: 'Los eventos de # visitantes esperan en sus navegadores hasta que corrijas la etiqueta.',
      }),
    silent: (origin) => [
      'Hay páginas de ',
      origin,
      ' que han cargado el script, pero no ha llegado nada de ellas. Puede que',
    ],
    causes: (host) => [
      "la etiqueta lleve data-consent=\"required\" y nadie haya aceptado todavía, o que tu gestor de consentimiento no pase la respuesta: acepta en la página, o llama a leadline('consent', 'granted') donde se sabe que sí.",
      `la Content-Security-Policy de la página no permita enviar: añade ${host} a connect-src.`,
      'la etiqueta haya perdido su data-site, como pasa con algunos optimizadores: vuelve a copiarla de abajo.',
      'tu navegador tenga un bloqueador, envíe Global Privacy Control o haya pedido no ser contado: prueba con otro.',
    ],
    refused: (count, reason) =>
      `Hoy ${plural(count, { one: 'se ha rechazado # evento', other: 'se han rechazado # eventos' })}: ${reason}.`,
    show: 'Ver qué hacer',
  },
  tag: 'La etiqueta',
  ways: {
    plain: {
      title: 'HTML',
      intro:
        'Pégala en todas las páginas de tu sitio, antes de </head>. Desde ese momento se registran los formularios y las páginas vistas.',
      after: 'Si solo puedes contar a quien ha aceptado, añade data-consent="required" a la etiqueta.',
    },
    pinned: {
      title: 'Fijada (SRI)',
      intro:
        'Con esta etiqueta, el navegador rechaza el script si cambia un solo byte, sea quien sea el que lo cambió. No sigue las actualizaciones: después de actualizar Leadline, pega la etiqueta nueva.',
    },
    csp: {
      title: 'CSP estricta',
      intro: 'Si tus páginas tienen una Content-Security-Policy, permite en ella la dirección de Leadline.',
      pieces: [
        'Añade estas fuentes a las que ya tienes:',
        'Con un nonce en lugar de direcciones:',
        'y la etiqueta con el nonce de la página:',
      ],
    },
    wordpress: {
      title: 'WordPress',
      intro:
        'Ponlo en functions.php de tu tema hijo o en un plugin de fragmentos como WPCode. También vale la etiqueta HTML en un campo de «scripts de cabecera».',
      after:
        'Si un plugin retrasa o combina scripts (WP Rocket, LiteSpeed, Autoptimize), excluye leadline.js en él.',
    },
    shopify: {
      title: 'Shopify',
      intro:
        'En Tienda online › Temas › ⋯ › Editar código, abre layout/theme.liquid y pega esto antes de </head>.',
      after:
        'El pago de Shopify no ejecuta el código del tema: envía los pedidos desde tu servidor, como dice docs/server.md.',
    },
    gtm: {
      title: 'Tag Manager',
      intro: 'Crea una etiqueta de tipo HTML personalizado con esto; como activador elige All Pages.',
      after:
        'Los bloqueadores paran Tag Manager más a menudo que un script propio: si puedes, pon la etiqueta en la página misma.',
    },
    react: {
      title: 'React',
      intro:
        'Usa el módulo de npm; con Next, Vue y otros es igual. Las páginas vistas siguen a tu router solas.',
      pieces: [
        'Compílalo y añádelo a tu aplicación:',
        'Después, una sola vez, donde tu aplicación arranca en el navegador:',
      ],
    },
  },
  origins: 'Direcciones permitidas',
  originsIntro: 'Solo las páginas de estas direcciones pueden enviar eventos con la etiqueta de este sitio.',
  originsEmpty: 'No hay ninguna dirección permitida: se rechazan todos los eventos de los navegadores.',
  add: 'Añadir',
  addLabel: 'Dirección de un sitio',
  addHint: 'Por ejemplo, https://www.example.com, o https://*.example.com para todos sus subdominios.',
  addInvalid: 'No es la dirección de un sitio. Tiene esta forma: https://www.example.com.',
  present: (origin) => `${origin} ya está permitida.`,
  remove: (origin) => `Quitar ${origin}`,
  removed: (origin) => `${origin} ya no está permitida.`,
  undo: 'Deshacer',
};

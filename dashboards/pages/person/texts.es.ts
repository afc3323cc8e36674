import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('es');

export const texts: Texts = {
  person: {
    back: 'Leads',
    missing: 'Esta persona no está en este sitio o se ha borrado.',
    missingOrOther: 'Esta persona no está en este sitio, no está a tu cargo o se ha borrado.',
  },
  timeline: {
    title: 'Cronología',
    empty: 'Todavía no se ha registrado nada.',
    today: 'Hoy',
    yesterday: 'Ayer',
    added: (count) => plural(count, { one: '# evento nuevo', other: '# eventos nuevos' }),
    visited: (pages, time) =>
      plural(pages, { one: 'Vio # página', other: 'Vio # páginas' }) + (time ? ` en ${time}:` : ':'),
    viewed: (page) => ['Vio ', page],
    left: (page) => ['Salió de ', page],
    read: (time, share) => (share ? `${time} en la página, ${share} leído` : `${time} en la página`),
    agreed: 'Aceptó el seguimiento',
    refused: 'Rechazó el seguimiento',
    repeated: (count) => plural(count, { one: '# vez', other: '# veces' }),
    submitted: (form) => ['Envió el formulario «', form, '»'],
    outbound: (target) => ['Hizo clic en un enlace a ', target],
    download: (file) => ['Descargó ', file],
    email: (address) => ['Hizo clic en el correo ', address],
    phone: (number) => ['Hizo clic en el teléfono ', number],
    ordered: (order) => ['Hizo el pedido ', order],
    refunded: (order) => ['Recibió un reembolso del pedido ', order],
    contacts: {
      call: { inbound: 'Llamó', outbound: 'Recibió una llamada', told: 'Llamada' },
      visit: { inbound: 'Vino de visita', outbound: 'Recibió una visita', told: 'Visita' },
      meeting: { inbound: 'Pidió una reunión', outbound: 'Se le invitó a una reunión', told: 'Reunión' },
      note: { inbound: 'Nota', outbound: 'Nota', told: 'Nota' },
    },
    stageChanged: (stage) => ['Pasó a la etapa «', stage, '»'],
    assigned: (owner) => ['Se asignó a ', owner],
    unassigned: 'Ya no tiene responsable',
    reached: (goal) => ['Alcanzó el objetivo «', goal, '»'],
    custom: (name) => ['Evento «', name, '»'],
    page: 'Página',
    source: 'Origen',
    referrer: 'Llegó desde',
    value: 'Importe',
    coupon: 'Cupón',
    each: (price) => `${price} c/u`,
    moreLines: (count) => plural(count, { one: '# artículo más', other: '# artículos más' }),
    order: 'Pedido',
    wrongSignature: 'incorrecta: cuenta como afirmación sin comprobar',
    message: 'Mensaje',
    consents: 'Aceptó',
    bot: 'Indicios de un programa',
    botSignals: {
      user_agent: 'el navegador se identifica como tal',
      no_user_agent: 'el navegador no dice cuál es',
      prefetch: 'la página se cargó por adelantado',
    },
    props: 'Más detalles',
  },
};

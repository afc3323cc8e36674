import type { EventTexts } from './events.js';

const lines = 'Artículos';
const rep = 'Comercial';
const why = 'Motivo';
const imported = 'Importación';
const notes = 'Notas';

export const texts: EventTexts = {
  page_view: { label: 'Vio una página' },
  page_leave: { label: 'Salió de una página' },
  form_submit: { label: 'Envió un formulario' },
  link_click: { label: 'Hizo clic en un enlace' },
  click: {
    label: 'Siguió un enlace medido',
    facts: {
      click: 'Clic',
      link: 'Enlace',
      campaign: 'Campaña',
      method: 'Método',
      purpose: 'Para qué',
      agent: 'Programa',
      addressHash: 'Hash de la dirección',
      recipient: 'Destinatario',
      message: 'Mensaje',
    },
  },
  click_evidence: {
    label: 'Dejó un indicio de un clic',
    facts: { click: 'Clic', kind: 'Lo observado', trusted: 'A mano' },
  },
  identify: {
    label: 'El sitio la identificó',
    facts: { signature: 'Firma', click: 'Clic' },
  },
  consent: {
    label: 'Respondió sobre el seguimiento',
    facts: {
      choice: 'Respuesta',
      purpose: 'Finalidad',
      text: 'Texto',
      version: 'Versión',
      source: 'Cómo',
      rep,
    },
    message: 'Texto aceptado',
  },
  conversion: { label: 'Completó una conversión', facts: { name: 'Objetivo', lines } },
  purchase: {
    label: 'Hizo un pedido',
    facts: { lines, reps: (count) => (count === 1 ? rep : 'Comerciales') },
    message: 'Instrucciones',
  },
  order_changed: {
    label: 'Se cambió un pedido',
    facts: {
      lines,
      revision: 'Revisión',
      placedAt: 'Realizado',
      reps: (count) => (count === 1 ? rep : 'Comerciales'),
      rep,
    },
    message: 'Instrucciones',
  },
  order_cancelled: { label: 'Se canceló un pedido', facts: { rep }, message: why },
  order_reinstated: { label: 'Se reactivó un pedido', facts: { rep }, message: why },
  refund: {
    label: 'Recibió un reembolso',
    facts: { lines, refundId: 'N.º de reembolso', rep },
    message: why,
  },
  lead_entered: { label: 'Se dio de alta como lead', facts: { rep, import: imported }, message: notes },
  person_changed: { label: 'Se cambiaron sus datos', facts: { rep, import: imported } },
  contact_logged: {
    label: 'Tuvo un contacto',
    facts: { channel: 'Canal', direction: 'Sentido', durationMinutes: 'Minutos', rep },
    fields: { subject: 'Asunto', outcome: 'Resultado' },
    message: notes,
  },
  contact_changed: {
    label: 'Corrigió un contacto',
    facts: { revision: 'Revisión', channel: 'Canal', direction: 'Sentido', durationMinutes: 'Minutos', rep },
    fields: { subject: 'Asunto', outcome: 'Resultado' },
    message: notes,
  },
  next_step_set: { label: 'Fijó un próximo paso' },
  next_step_done: { label: 'Hizo un próximo paso', facts: { step: 'Próximo paso', rep }, message: notes },
  stage_changed: {
    label: 'Pasó a otra etapa',
    facts: { stage: 'Etapa', from: 'Antes', rep, import: imported },
    message: why,
  },
  owner_assigned: {
    label: 'Cambió de responsable',
    facts: { owner: 'Responsable', rep, rule: 'Regla', import: imported },
  },
  retracted: {
    label: 'Se retiró algo',
    facts: { event: 'Evento', import: imported, restored: 'Vuelve a contar', rep },
  },
  feedback: {
    label: 'Dio su opinión',
    facts: { rating: 'Valoración', ratingMax: 'Valoración máxima' },
    message: 'Mensaje',
  },
};

import type { Texts } from './texts.en.js';

export const texts: Texts = {
  back: 'Pedidos',
  title: (order) => `Pedido ${order}`,
  missing: 'No hay ningún pedido con este número, o quien lo hizo no está a tu cargo.',
  placedBy: (buyer, when) => ['Realizado por ', buyer, ' el ', when],
  unknown: (when) => ['Realizado el ', when, '; aún no se sabe por quién'],
  cancelledOn: (when) => ['Cancelado el ', when, ': no cuenta en ninguna parte'],
  otherCurrencies: (amounts) => `Devuelto en otras monedas: ${amounts}`,
  money: 'Lo que vale',
  lines: 'Qué se compró',
  noLines: 'Nadie ha dicho qué se compró.',
  extra: (amount) => `Envío y otros importes: ${amount}`,
  refunds: 'Reembolsos',
  takeBack: 'Anular',
  takeBackWhat: (amount) => `Anular el reembolso de ${amount}`,
  takenBack: 'El reembolso está anulado',
  day: 'Día',
  amount: 'Importe',
  about: 'Sobre este pedido',
  feedback: 'Opinión',
  history: 'Historial',
};

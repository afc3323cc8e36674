import type { Texts } from './texts.en.js';

export const texts: Texts = {
  statuses: {
    placed: 'Realizado',
    partly_refunded: 'Reembolsado en parte',
    refunded: 'Reembolsado',
    cancelled: 'Cancelado',
  },
  unknownBuyer: 'Aún desconocido',
  columns: {
    order: 'Pedido',
    orders: 'Pedidos',
    customer: 'Cliente',
    company: 'Empresa',
    placed: 'Realizado',
    status: 'Estado',
    gross: 'Bruto',
    refunded: 'Reembolsos',
    net: 'Neto',
    products: 'Productos',
    reps: 'Vendedores',
    coupon: 'Cupón',
    rating: 'Valoración',
    changed: 'Modificado',
    cancelled: 'Cancelado el',
    instructions: 'Instrucciones',
    reason: 'Motivo',
  },
  ratingOf: (rating, best) => `${rating} de ${best}`,
};

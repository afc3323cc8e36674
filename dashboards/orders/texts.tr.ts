import type { Texts } from './texts.en.js';

export const texts: Texts = {
  statuses: {
    placed: 'Verildi',
    partly_refunded: 'Kısmen iade edildi',
    refunded: 'İade edildi',
    cancelled: 'İptal edildi',
  },
  unknownBuyer: 'Henüz bilinmiyor',
  columns: {
    order: 'Sipariş',
    orders: 'Siparişler',
    customer: 'Müşteri',
    company: 'Şirket',
    placed: 'Verildiği tarih',
    status: 'Durum',
    gross: 'Brüt',
    refunded: 'İadeler',
    net: 'Net',
    products: 'Ürünler',
    reps: 'Satıcılar',
    coupon: 'Kupon',
    rating: 'Puan',
    changed: 'Değiştirilme',
    cancelled: 'İptal tarihi',
    instructions: 'Talimatlar',
    reason: 'Neden',
  },
  ratingOf: (rating, best) => `${rating}/${best}`,
};

import type { Texts } from './texts.en.js';

export const texts: Texts = {
  back: 'Ürünler',
  missing: 'Bu numarada bir ürün yok, onu içeren bir sipariş de yok.',
  sold: (currency) => `${currency} ile satışlar, tüm zamanlar`,
  notSold: 'Henüz kimse satın almadı.',
  prices: 'Ödenen fiyatlar',
  price: 'Birim fiyat',
  units: 'Satılan adet',
  record: 'Bu ürün hakkında',
  noRecord:
    'Siparişlerde bu ürün geçiyor, ama henüz kaydı yok. Ne olduğunu yazın; listeler ve siparişler adını ve liste fiyatını göstersin.',
  saved: (name) => `Kaydedildi: ${name}`,
};

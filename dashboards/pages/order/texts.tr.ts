import type { Texts } from './texts.en.js';

export const texts: Texts = {
  back: 'Siparişler',
  title: (order) => `Sipariş ${order}`,
  missing: 'Bu numarada bir sipariş yok ya da alıcısı size atanmamış.',
  placedBy: (buyer, when) => [buyer, ' tarafından verildi: ', when],
  unknown: (when) => ['Verildiği tarih: ', when, '; kimin verdiği henüz bilinmiyor'],
  cancelledOn: (when) => ['İptal tarihi: ', when, '. Hiçbir yerde sayılmaz'],
  otherCurrencies: (amounts) => `Başka para birimlerinde iade edilen: ${amounts}`,
  money: 'Değeri',
  lines: 'Satın alınanlar',
  noLines: 'Ne satın alındığı söylenmemiş.',
  extra: (amount) => `Kargo ve diğer tutarlar: ${amount}`,
  refunds: 'İadeler',
  takeBack: 'Geri al',
  takeBackWhat: (amount) => `${amount} tutarındaki iadeyi geri al`,
  takenBack: 'İade geri alındı',
  day: 'Gün',
  amount: 'Tutar',
  about: 'Bu sipariş hakkında',
  feedback: 'Geri bildirim',
  history: 'Geçmiş',
};

import type { Texts } from './texts.en.js';

export const texts: Texts = {
  intro:
    'Kişilerin onay verdiği metinler. Onay kaydeden kişi bu amaçlardan birini seçer; metin ve sürümü, burada değiştirseniz de onayla birlikte kalır.',
  add: 'Metin ekle',
  none: 'Henüz metin yok. Formunuzdaki kutunun yanında duran metni ekleyin; böylece her onayla birlikte saklanır.',
  list: 'Metinler',
  purpose: 'Amaç',
  purposeHint: 'Tek sözcükle, örneğin bülten. Birden çok metnin amacı aynı olabilir.',
  text: 'Metin',
  language: 'Dil',
  languageHint: 'Örneğin tr ya da es-MX.',
  url: 'Adres',
  urlHint: 'Onu açıklayan sayfanın adresi.',
  save: 'Kaydet',
  version: (version) => `Sürüm ${version}`,
  change: 'Değiştir',
  changeOf: (purpose) => `Değiştir: ${purpose}`,
  remove: 'Sil',
  removeOf: (purpose) => `Sil: ${purpose}`,
  removeTitle: 'Bu metin silinsin mi?',
  removeText: 'Artık önerilmez. Verilen onayların metni kalır.',
  removed: 'Metin silindi',
  saved: 'Metin kaydedildi',
};

import type { Texts } from './texts.en.js';

export const texts: Texts = {
  views: 'Kayıtlı görünümler',
  chosen: (name) => `Kayıtlı görünüm: ${name}`,
  none: 'Henüz kimse bir görünüm kaydetmedi. Görünüm; aramayı, filtreleri, sıralamayı ve sütunları tüm ekip için saklar.',
  saveNew: 'Görüneni görünüm olarak kaydet',
  name: 'Görünümün adı',
  save: 'Görünümü kaydet',
  update: 'Değişiklikleri kaydet',
  updateHint: (name) => `Görüneni “${name}” olarak kaydet`,
  rename: 'Yeniden adlandır',
  remove: 'Sil',
  saved: (name) => `Kaydedildi: ${name}`,
  removed: (name) => `Silindi: ${name}`,
};

import { plurals } from '../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('tr');

export const texts: Texts = {
  name: 'Ad',
  conditions: 'Kimin için',
  everybody: 'Herkes',
  counting: 'Sayılıyor…',
  matching: (count) =>
    plural(count, {
      one: 'Şimdiye kadar # müşteri adayı uyuyor',
      other: 'Şimdiye kadar # müşteri adayı uyuyor',
    }),
  edit: 'Düzenle',
  editName: (name) => `Düzenle: ${name}`,
  remove: 'Sil',
  removeName: (name) => `Sil: ${name}`,
  removed: (name) => `Silindi: ${name}`,
  gone: 'Bu kural artık yok.',
  all: 'Tüm kurallar',
  add: 'Yeni kural',
  make: 'Kuralı oluştur',
};

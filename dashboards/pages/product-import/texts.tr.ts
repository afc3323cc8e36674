import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('tr');

export const texts: Texts = {
  intro:
    'Sattıklarını liste fiyatlarıyla bir CSV dosyasından al. Bir şey yapılmadan önce önizleme her satırın ne olacağını söyler; boş hücre hiçbir şeyi silmez.',
  back: 'Tüm ürünler',
  choose: 'CSV dosyası',
  read: 'Dosyayı oku',
  columns: 'Sütunlar ne',
  leaveOut: 'Alma',
  preview: 'Önizleme',
  row: 'Satır',
  what: 'Ne',
  why: 'Neden',
  noId: 'Hangi sütunun ürün numarası olduğunu seç.',
  nothingToDo: 'Hiçbir satır ürün eklemiyor ya da değiştirmiyor: içe aktarılacak bir şey yok.',
  changedSince: 'Önizlemeden sonra biri bunu değiştirdi: dosyayı yeniden oku.',
  notStored: 'Kaydedilemedi: dosyayı yeniden oku.',
  unusable: {
    format: 'CSV olarak okunamıyor. Önce tabloyu CSV olarak kaydet.',
    missing: 'Bu dosyada ürün yok: bir başlık satırı ve altında en az bir satır gerekir.',
    too_long: 'Dosyada 500’den fazla sütun var: bazılarını çıkar.',
    too_large: 'Dosyada 5.000’den fazla satır var: böl.',
  },
  actions: { create: 'Ekle', update: 'Değiştir', unchanged: 'Değişmez', skip: 'Atla' },
  reasons: {
    too_many_cells: () => 'Sütun sayısından fazla hücresi var.',
    id_missing: () => 'Ürün numarası yok.',
    name_missing: () => 'Yeni ürünün adı olmalı.',
    value_invalid: (field) =>
      `${field}: geçerli değil. Fiyat 1234,50 gibi, satırın ya da yoksa sitenin para biriminde yazılır.`,
    same_as_row: (row) => `${row}. satır aynı ürünle ilgili.`,
  },
  counted: (action, count) => `${action}: ${count}`,
  twice: (field) => `${field} iki sütun için seçildi: birini alma.`,
  run: (products) => plural(products, { other: '# ürünü içe aktar' }),
  progress: (done, total) => `${total} üründen ${done}`,
  done: (products) => plural(products, { other: '# ürün içe aktarıldı.' }),
};

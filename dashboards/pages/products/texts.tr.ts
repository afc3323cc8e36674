import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('tr');

export const texts: Texts = {
  search: 'Ürünlerde ara',
  count: (count) => plural(count, { other: '# ürün' }),
  all: 'Tüm ürünler',
  add: 'Ürün ekle',
  importFile: 'Dosyadan al',
  save: 'Ekle',
  added: (name) => `Eklendi: ${name}`,
  empty: {
    title: 'Henüz ürün yok',
    text: 'Sattıklarınızı ekleyin. Siparişlerdeki ürünler, gerçekten ödenen fiyatlarla burada kendiliğinden görünür.',
  },
};

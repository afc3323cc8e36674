import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('tr');

export const texts: Texts = {
  search: 'Bağlantılarda ara',
  count: (count) => plural(count, { other: '# bağlantı' }),
  all: 'Tüm bağlantılar',
  add: 'Bağlantı oluştur',
  convert: 'Bir e-postayı izle',
  save: 'Oluştur',
  added: 'Bağlantı oluşturuldu: adresini kopyalayın',
  empty: {
    title: 'Henüz bağlantı yok',
    text: 'Bir sayfaya bağlantı oluşturun, adresini bir e-postaya ya da reklama koyun: onu açanlar burada sayılır.',
  },
};

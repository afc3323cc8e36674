import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('tr');

export const texts: Texts = {
  search: 'İadelerde ara',
  count: (count) => plural(count, { other: '# iade' }),
  all: 'Tüm iadeler',
  back: 'Siparişler',
  givenBack: 'İade tarihi',
  amount: 'Tutar',
  worth: 'Siparişin brüt tutarı',
  empty: {
    title: 'Henüz iade yok',
    text: 'Para iade edildiğinde mağazanızın sunucusu bir refund olayı göndersin ya da bir siparişi açıp elle iade edin.',
    orders: 'Siparişlere git',
  },
};

import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('tr');

export const texts: Texts = {
  search: 'Siparişlerde ara',
  count: (count) => plural(count, { other: '# sipariş' }),
  all: 'Tüm siparişler',
  refunds: 'İadeler',
  empty: {
    title: 'Henüz sipariş yok',
    text: 'Mağazanızın sunucusu her sipariş için bir purchase olayı göndersin ya da bir kişiyi açıp siparişi elle girin.',
    leads: 'Müşteri adaylarına git',
  },
};

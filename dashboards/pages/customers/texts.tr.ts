import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('tr');

export const texts: Texts = {
  search: 'Müşterilerde ara',
  count: (count) => plural(count, { other: '# müşteri' }),
  everyone: 'Tüm müşteriler',
  firstPurchase: 'İlk satın alma',
  lastPurchase: 'Son satın alma',
  daysToPurchase: 'Satın almaya kadar gün',
  empty: {
    title: 'Henüz müşteri yok',
    unassigned: 'Size atanan kişilerden henüz satın alan olmadı.',
    text: 'Satın alan herkes müşteri olur. Mağazanızın sunucusu her sipariş için bir purchase olayı göndersin ya da bir kişiyi açıp siparişi elle girin.',
    leads: 'Müşteri adaylarına git',
  },
};

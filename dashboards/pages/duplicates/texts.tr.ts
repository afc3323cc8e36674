import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('tr');

export const texts: Texts = {
  intro:
    'Aynı kişi olabilecek kişiler. Burada hiçbir şey kendiliğinden birleştirilmez: ikisine de bakıp ne olduklarını siz söyleyin. Her karar dilediğiniz zaman geri alınabilir.',
  search: 'Çiftlerde ara',
  count: (count) => plural(count, { other: '# çift' }),
  one: 'Biri',
  other: 'Diğeri',
  why: 'Neden',
  alike: { claim: 'Bir sayfanın bildirdiği', phone: 'Aynı telefon', name: 'Neredeyse aynı ad' },
  join: 'Birleştir',
  joinPair: (one, other) => `Birleştir: ${one} ve ${other}`,
  two: 'İki ayrı kişi',
  twoPair: (one, other) => `İki ayrı kişi: ${one}, ${other}`,
  seen: 'son görülme',
  orders: (count) => plural(count, { other: '# sipariş' }),
  empty: {
    title: 'Bakılacak olası aynı kişi yok',
    text: 'Leadline her saat aynı kişi olabilecekleri arar: telefon numarası aynı olanları, aynı şirkette adı neredeyse aynı olanları ve sitenizin bir sayfasının aynı kişi dediklerini. Bulunanlar burada listelenir, kararı siz verirsiniz.',
    byHand:
      'Aynı kişi olduğunu bildiğiniz iki kişiyi hemen birleştirebilirsiniz: aday listesinde ikisini de seçin.',
    leads: 'Adaylara git',
  },
};

import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('tr');

export const texts: Texts = {
  intro:
    'Yeni kişilerden kimin sorumlu olacağı. Kurallara yukarıdan aşağıya bakılır, uyan ilk kural karar verir. Elle bir sorumlu verilen veya bilerek sorumlusuz bırakılan kişilere dokunulmaz.',
  list: 'Atama kuralları, sırasıyla',
  empty: {
    title: 'Henüz kimse kendiliğinden atanmıyor',
    intro:
      'Bir kural kimin için olduğunu ve kimlerin sırayla alacağını söyler: İspanya’dan gelenler Ana’ya, diğerleri sırayla Ben ve Mia’ya.',
    first: 'Herkes için bir kuralla başlayın. Bir kısmı için olan kurallar onun üstünde durur.',
  },
  owners: 'Sorumlular',
  ownersHint: 'Birden çoksa sırayla alırlar.',
  ownersMissing: 'Kimin sorumlu olacağını seçin.',
  nameHint: 'Zaman çizelgesinde göründüğü gibi, örneğin “İspanya’dan gelenler”.',
  nameMissing: 'Kurala bir ad verin.',
  conditionsHint: 'Müşteri adayları listesinin filtreleri. Hiçbiri yoksa herkes içindir.',
  isOn: 'Açık',
  isOnHint: 'O andan sonra yeni kişiler saniyeler içinde atanır.',
  isForPast: 'Zaten burada olan kişiler için de',
  isForPastHint: 'Hiç sorumlusu olmamış olanlar.',
  on: 'açık',
  off: 'kapalı',
  unassigned: (count) =>
    plural(count, {
      one: 'Bunlardan # kişinin hiç sorumlusu olmadı',
      other: 'Bunlardan # kişinin hiç sorumlusu olmadı',
    }),
  goTo: (owners, several) => (several ? ['Sırayla: ', owners] : ['Sorumlu: ', owners]),
  since: (when) => [when, ' ve sonrasında gelenler'],
  forPast: 'Her zamandan kişiler',
  isOnName: (name) => `${name} açık`,
  up: (name) => `Yukarı taşı: ${name}`,
  down: (name) => `Aşağı taşı: ${name}`,
  moved: (name, place) => `${name} artık ${place}. sırada.`,
};

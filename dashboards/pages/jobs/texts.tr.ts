import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('tr');

export const texts: Texts = {
  intro:
    'Leadline’ın arka planda yaptıkları: uzun sürenler ve düzenli yinelenenler. Yarıda kalan iş, kaldığı yerden sürer.',
  list: 'İşler',
  empty: 'Arka planda henüz bir şey yapılmadı.',
  columns: {
    job: 'İş',
    of: 'Kapsam',
    state: 'Durum',
    last: 'Son tamamlanma',
    next: 'Sonraki',
    lately: 'Son zamanlarda',
  },
  jobs: {
    note_unaudited: {
      title: 'Denetim kaydını tamamlama',
      does: 'Aniden kapanan bir toplayıcının denetim kaydına yazmaya vakit bulamadıklarını yazar.',
    },
    fill_people: {
      title: 'Kişi listelerini doldurma',
      does: 'Kişi listelerini şimdiye kadar gelen her şeyden yeniden oluşturur: güncellemeden sonra bir kez ve siz istediğinizde.',
    },
    find_duplicates: {
      title: 'Yinelenen kişileri arama',
      does: 'Aynı kişi olabilecekleri arar: aynı telefon numarası, aynı şirkette benzer adlar, bir sayfanın öne sürdüğü eşleşmeler.',
    },
    import_people: {
      title: 'Kişileri içe aktarma',
      does: 'Bir dosyanın satırlarının ne olacağını belirler, içe aktarır ve geri alır.',
    },
    assign_owners: {
      title: 'Kişileri atama',
      does: 'Sitenin açık olan atama kurallarına göre yeni kişilere bir sorumlu verir.',
    },
    claim_visitors: {
      title: 'Bağlantıyla gelen tarayıcıların kime ait olduğunu söyleme',
      does: 'Kimsenin tanımadığı tarayıcıların, onları getiren alıcı bağlantısına göre kime ait olduğunu, sayfaya biri dokununca söyler.',
    },
  },
  running: (since, progress) => `${since} süredir çalışıyor${progress && `: ${progress}`}`,
  percent: (percent, done, total) => `${percent} (${total} içinden ${done})`,
  soFar: (done) => `şu ana kadar ${done}`,
  onceMore: 'Ardından bir kez daha.',
  failed: (attempts, error, when) =>
    `${plural(attempts, { other: '# kez başarısız oldu' })} (${error}). Yeniden deneme: ${when}.`,
  waiting: 'Birazdan başlar',
  done: 'Tamamlandı',
  never: 'Henüz hiç',
  last: (when, took) => [when, `, ${took ?? 'bir saniyeden kısa'} sürdü`],
  whenAsked: 'İstendiğinde',
  now: 'Şimdi',
  lately: (well, all) => `${all} işten ${well} tanesi başarılı`,
  run: 'Şimdi çalıştır',
  runName: (job) => `Şimdi çalıştır: ${job}`,
  started: (job) => `${job}: birazdan başlar.`,
};

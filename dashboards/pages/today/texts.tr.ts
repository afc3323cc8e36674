import type { Texts } from './texts.en.js';

export const texts: Texts = {
  search: 'Sonraki adımlarda ara',
  columns: {
    what: 'Ne',
    person: 'Kişi',
    due: 'Süre',
    at: 'Ne zaman',
    rep: 'Kim',
    company: 'Şirket',
    phone: 'Telefon',
    stage: 'Aşama',
    lastContact: 'Son iletişim',
  },
  due: { overdue: 'Gecikmiş', today: 'Bugün', later: 'Daha sonra', none: 'Planlanmış bir şey yok' },
  counts: {
    overdue: (count) => `Gecikmiş: ${count}`,
    today: (count) => `Bugün: ${count}`,
    later: (count) => `Daha sonra: ${count}`,
    none: (count) => `Planı olmayan kişiler: ${count}`,
    unassigned: (count) => `Sorumlusu olmayan yeni kişiler: ${count}`,
  },
  mine: 'Benimkiler',
  everybodys: 'Herkesinki',
  empty: {
    mine: 'Senin için planlanmış bir şey yok; sorumlu olduğun kimse de beklemiyor.',
    title: 'Planlanmış bir şey yok',
    text: 'Kişiler için sırada ne olduğu burada listelenir, gecikenler önce gelir. Bir kişinin sayfasında veya bir arama kaydederken belirleyin.',
    leads: 'Müşteri adaylarına git',
  },
};

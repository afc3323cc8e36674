import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('tr');

export const texts: Texts = {
  search: 'Kişilerde ara',
  count: (count) => plural(count, { other: '# kişi' }),
  everyone: 'Herkes',
  join: 'Birleştir',
  added: (count, name) =>
    plural(count, {
      one: `Yeni müşteri adayı: ${name}`,
      other: `# yeni müşteri adayı, sonuncusu: ${name}`,
    }),
  empty: {
    title: 'Henüz müşteri adayı yok',
    unassigned: 'Henüz size atanmış kimse yok. Bir sahip size kişi atayabilir.',
    intro: 'Sitenizde gönderilen her form bir müşteri adayı olur. Ayarlanacak bir şey yok:',
    paste: 'Bu etiketi sitenizin sayfalarına, </head> satırından önce yapıştırın.',
    submit: 'Sitede e-posta ya da telefon isteyen bir form gönderin.',
    appear: 'Müşteri adayı, sayfayı yenilemeden iki saniye içinde burada görünür.',
    demo: 'Demo sitesinde dene',
    origins: 'Sitenizin adresine izin verin',
  },
};

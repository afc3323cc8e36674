import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('tr');

export const texts: Texts = {
  back: 'Bağlantı',
  search: 'Alıcılarda ara',
  count: (count) => plural(count, { other: '# alıcı' }),
  recipient: 'Alıcı',
  email: 'E-posta',
  customer: 'Müşteri numarası ya da e-posta aracının numarası',
  clicked: 'Tıkladı',
  answers: { yes: 'Evet', no: 'Hayır' },
  make: 'Adres oluştur',
  submit: 'Oluştur',
  emails: 'E-posta adresleri',
  emailsHint:
    'Her satıra bir tane. Her biri için bağlantının bir adresini içeren, e-posta aracınıza aktaracağınız bir dosya alırsınız.',
  wrongLine: (line) => `Bu bir e-posta adresi değil: ${line}`,
  none: 'En az bir e-posta adresi yazın.',
  making: 'Adresler oluşturuluyor',
  made: (count) => plural(count, { other: '# adres oluşturuldu: dosyaya bakın' }),
  empty: {
    title: 'Henüz alıcı yok',
    text: 'Her alıcı için bir adres oluşturun ya da bağlantının sayfasından e-posta aracınızın etiketini taşıyan adresi alın: o zaman kimin açtığını, kimin açmadığını burada görürsünüz.',
  },
};

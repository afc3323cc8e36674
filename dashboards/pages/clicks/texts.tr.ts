import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('tr');

export const texts: Texts = {
  search: 'Tıklamalarda ara',
  count: (count) => plural(count, { other: '# tıklama' }),
  all: 'Tüm tıklamalar',
  empty: {
    title: 'Bu günlerde tıklama yok',
    text: 'Bağlantılarınızdan birini açan herkes hemen burada görünür: kişiler de, postaları tarayan programlar da.',
    links: 'Bağlantılara git',
  },
};

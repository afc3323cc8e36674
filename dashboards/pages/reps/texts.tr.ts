import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('tr');

export const texts: Texts = {
  search: 'Satış temsilcilerinde ara',
  count: (count) => plural(count, { other: '# satış temsilcisi' }),
  rep: 'Satış temsilcisi',
  nobody: 'Kimse',
  people: 'Kişiler',
  new: 'Yeni',
  contacted: 'İletişim kurulan',
  openSteps: 'Açık adımlar',
  overdue: 'Geciken',
  won: 'Kazanılan',
  revenue: 'Net',
  empty: 'Henüz kimse kimseden sorumlu değil ve kimse bir şey satmadı.',
};

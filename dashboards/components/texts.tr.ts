import { plurals } from '../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('tr');

export const texts: Texts = {
  table: {
    columns: 'Sütunlar',
    usual: 'Olağan sütunlar',
    csv: 'CSV',
    csvHint: 'CSV olarak indir',
    downloaded: 'Dosya hazır.',
    sortBy: 'Sıralama',
    ascending: 'artan',
    descending: 'azalan',
    select: (name) => `Seç: ${name}`,
    row: (number) => `${number}. satır`,
    selectAll: 'Görünenlerin tümünü seç',
    selected: (count) => plural(count, { other: '# seçili' }),
    unselect: 'Seçimi kaldır',
    actions: 'İşlemler',
    found: (count) => plural(count, { other: '# sonuç' }),
    shown: (shown, count) => plural(count, { other: `# sonuçtan ${shown} tanesi` }),
    nothing: 'Burada henüz bir şey yok.',
    keys: {
      next: 'Sonraki satır',
      previous: 'Önceki satır',
      select: 'Satırı seç',
      clear: 'Seçimi kaldır',
    },
    hint: { move: 'gezin', open: 'aç', select: 'seç' },
  },
};

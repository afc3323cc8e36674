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
  form: {
    draft: (when) => `Kaydedilmemiş değişiklikleriniz burada (${when}).`,
    keep: 'Sürdür',
    discard: 'Sil',
    conflict:
      'Bu arada başkası da kaydetti. İkinizin de değiştirdiği yerlerde hangisinin geçerli olacağını seçip kaydedin.',
    choose: 'İkisinden hangisinin geçerli olduğunu seçin.',
    two: (field) => `${field}: iki değer`,
    yours: 'Sizinki:',
    theirs: 'Bu arada kaydedilen:',
    empty: 'boş',
    line: (field, number) => `${field}, ${number}`,
    removeLine: (line) => `Kaldır: ${line}`,
  },
};

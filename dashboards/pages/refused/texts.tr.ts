import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('tr');

export const texts: Texts = {
  intro:
    'Bu sitenin anahtarıyla gönderilip kaydedilmeyenler, nedenlerine göre: son 30 gün. Müşteri adayı olabilecekler, siz nedeni giderene kadar ziyaretçinin tarayıcısında bekler.',
  empty: 'Reddedilen olay yok.',
  events: (count) => plural(count, { other: '# olay' }),
  last: (when) => ['Sonuncusu: ', when],
  from: (origins) => ['Geldiği yer: ', origins],
  types: (types) => ['Olaylar: ', types],
  open: 'Tek tek göster',
  all: 'Tüm nedenler',
  search: 'Reddedilen olaylarda ara',
  searchHint: 'Olay, adres veya ayrıntı',
  technical: (detail) => ['Teknik ayrıntı: ', detail],
  columns: { when: 'Zaman', event: 'Olay', origin: 'Geldiği yer', count: 'Sayı', message: 'Teknik ayrıntı' },
  advice: {
    origin_not_allowed:
      'Sayfa sizinse adresine izin verin. Değilse biri etiketinizi kopyalamıştır; yapılacak bir şey yok.',
    rate_limited:
      'Bir program çok hızlı gönderiyor ya da birçok kişi tek bir adresi paylaşıyor. Daha büyük gruplar hâlinde göndermesini sağlayın veya sınırı yükseltin (LEADLINE_EVENTS_PER_MINUTE_ADDRESS, LEADLINE_EVENTS_PER_MINUTE_KEY).',
    identifier_shared:
      'Olaylar alındı, ama bir e-posta adresi ya da müşteri numarası birçok kişi yerine geçiyor. Sayfanız veya sunucunuz müşteri numarasını yalnızca oturum açmış kişiler için göndersin, konuklar için göndermesin.',
    event_too_large: 'Her olayla daha az şey gönderin: kimsenin okumayacağını çıkarın.',
    event_invalid: 'Gönderen kodu yazan kişi, neyin yanlış olduğunu aşağıda bulur.',
    type_reserved: 'Kendi olayınız için başka bir ad seçin.',
    server_only: 'Sunucunuzdan API anahtarıyla gönderin: bir sayfadan herkes gönderebilirdi.',
    ts_out_of_range: 'Gönderenin saati yanlış ya da olay çok eski. Gönderen sunucunun saatini denetleyin.',
    value_out_of_range: 'Tutarı ve para birimini denetleyin: yanlışlıkla kuruş olarak mı yazıldı?',
    props_too_large: 'Olayla daha az veya daha kısa ayrıntı gönderin.',
    person_invalid:
      'Sunucunuz olayla birlikte bir e-posta adresi, telefon numarası ya da kendi müşteri numaranızı da göndersin.',
    not_storable: 'Bu olmamalıydı: toplayıcının günlüğüne bakın ve bildirin.',
  },
};

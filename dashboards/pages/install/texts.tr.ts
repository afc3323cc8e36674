import type { Texts } from './texts.en.js';

export const texts: Texts = {
  tag: 'Etiket',
  tagIntro:
    'Sitenizin her sayfasına, </head> satırından önce yapıştırın. O andan başlayarak formlar ve sayfa görüntülemeleri kaydedilir.',
  pinned: 'Betiğin bu sürümünü sabitle',
  pinnedIntro:
    'Bu etiketle tarayıcı, tek bir baytı bile farklı olan betiği kim değiştirmiş olursa olsun reddeder. Etiket güncellemeleri izlemez: Leadline’ı yükselttikten sonra yenisini yapıştırın.',
  origins: 'İzin verilen adresler',
  originsIntro: 'Bu sitenin etiketiyle yalnızca bu adreslerdeki sayfalar olay gönderebilir.',
  originsEmpty: 'İzin verilen adres yok: tarayıcılardan gelen her olay reddedilir.',
  self: (address) => `Bu Leadline’ın kendisi (${address})`,
  add: 'Ekle',
  addLabel: 'Bir sitenin adresi',
  addHint: 'Örneğin https://www.example.com; tüm alt alan adları için https://*.example.com.',
  addInvalid: 'Bu bir site adresi değil. Şöyle görünür: https://www.example.com.',
  present: (origin) => `${origin} zaten izinli.`,
  added: (origin) => `${origin} artık izinli.`,
  remove: (origin) => `Kaldır: ${origin}`,
  removed: (origin) => `${origin} artık izinli değil.`,
  undo: 'Geri al',
  refused: 'Reddedilen olaylar',
  refusedIntro: 'Bu sitenin etiketiyle gönderilip kaydedilmeyenler ve nedenleri.',
  refusedEmpty: 'Reddedilen olay yok.',
  allow: (origin) => `İzin ver: ${origin}`,
  technical: (detail) => ['Teknik ayrıntı: ', detail],
  columns: { when: 'Zaman', reason: 'Neden', event: 'Olay', origin: 'Geldiği yer', count: 'Sayı' },
  reasons: {
    origin_not_allowed: 'Sayfa, izin verilen bir adreste değil',
    rate_limited: 'Bir dakikada çok fazla olay geldi',
    event_too_large: 'Olay çok büyük',
    event_invalid: 'Olay beklenen biçimde değil',
    type_reserved: 'Olayın adı Leadline’a ayrılmış',
    server_only: 'Yalnızca bir sunucu, API anahtarıyla gönderebilir',
    ts_out_of_range: 'Olayın zamanı gerçek zamandan çok uzak',
    value_out_of_range: 'Tutar çok büyük',
    props_too_large: 'Olayda çok fazla ek ayrıntı var',
    person_invalid:
      'Sunucunun gönderdiği olay kimseye ait değil: geçerli bir e-posta, telefon ya da müşteri numarası yok',
    not_storable: 'Veritabanı olayı kabul etmedi',
  },
};

import type { Texts } from './texts.en.js';

export const texts: Texts = {
  self: (address) => `Bu Leadline’ın kendisi (${address})`,
  allow: (origin) => `İzin ver: ${origin}`,
  added: (origin) => `${origin} artık izinli.`,
  reasons: {
    origin_not_allowed: 'Sayfa, izin verilen bir adreste değil',
    rate_limited: 'Bir dakikada çok fazla olay geldi',
    identifier_shared: 'Bir tanımlayıcı çok fazla başkasıyla geldi: kimseyi birleştirmez',
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

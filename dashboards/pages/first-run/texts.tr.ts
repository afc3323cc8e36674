import type { Texts } from './texts.en.js';

export const texts: Texts = {
  title: 'Leadline’a hoş geldiniz',
  keyIntro:
    'Burada henüz kimsenin hesabı yok. İlkini bu Leadline’ı başlatan kişi oluşturur ve kendisi olduğunu yönetici anahtarıyla gösterir:',
  intro:
    'Hesabınız ve müşteri adaylarını görmek istediğiniz ilk site. Site anahtarı sonradan değiştirilemez. Adınız, parolanız ve sitenin adresleri burada sonra değiştirilebilir.',
  you: 'Siz',
  name: 'Ad',
  email: 'E-posta',
  site: 'İlk siteniz',
  siteName: 'Sitenin adı',
  siteNameHint: 'Sizin dediğiniz gibi; örneğin “Mağaza”.',
  origin: 'Adres',
  originHint: 'Sayfalarının bulunduğu yer; örneğin https://www.example.com.',
  originWrong: 'Bu bir site adresi değil. Şöyle görünür: https://www.example.com.',
  id: 'Site anahtarı',
  idHint: 'Sayfalarınızdaki etikette yer alır. Sonra değiştirilemez: yalnızca harf, rakam ve . - _.',
  idWrong: 'Site anahtarı yalnızca 1–64 harf, rakam ve . - _ içerir.',
  timeZone: 'Saat dilimi',
  timeZoneHint: 'Raporlardaki günler bu saat diliminin günleridir.',
  currency: 'Para birimi',
  submit: 'Hesabı ve siteyi oluştur',
  later: 'Sonra: yalnızca yönetici anahtarıyla sürdür',
};

import type { Texts } from './texts.en.js';

export const texts: Texts = {
  add: 'Site ekle',
  all: 'Tüm siteler',
  gone: 'Böyle bir site yok ya da onu değiştiremezsiniz.',
  make: 'Siteyi ekle',
  settings: 'Ayarlar',
  keyIs: (key) => ['Sitenin etiketindeki anahtarı: ', key],
  key: 'Site anahtarı',
  keyHint:
    'Etikette ve adreslerde yer alır, sonradan değiştirilemez. Harf, rakam, nokta, tire ve alt çizgi: example.com',
  keyWrong: 'Anahtar 1–64 harf, rakam, nokta, tire veya alt çizgiden oluşur.',
  keyTaken: 'Bu anahtarla bir site zaten var.',
  name: 'Ad',
  nameHint: 'Sizin ve ekibinizin gördüğü ad.',
  origins: 'İzin verilen adresler',
  originsHint:
    'Bu sitenin etiketiyle yalnızca bu adreslerdeki sayfalar olay gönderebilir. https://*.example.com tüm alt alan adlarına izin verir; “self” bu Leadline’ın kendisidir.',
  addOrigin: 'Adres ekle',
  noOrigin: 'yok: tarayıcılardan gelen her olay reddedilir',
  originShown: (origin) => (origin === 'self' ? 'bu Leadline' : origin),
  timeZone: 'Saat dilimi',
  timeZoneHint: 'Raporlardaki günler bu dilimin günleridir. Bulmak için bir şehir yazın.',
  currency: 'Para birimi',
  currencyHint: 'Para birimi olmadan gelen tutarların birimi.',
  salesShare: 'Birden çok temsilcinin satışı',
  salesShareHint: 'Birden çok temsilcinin adı geçen bir sipariş nasıl sayılır.',
  salesShares: {
    equally: 'Eşit paylaşılır',
    first: 'Tamamı ilkine yazılır',
    each: 'Tamamı her birine yazılır',
  },
  groups: { sources: 'Ziyaretçiler nereden geliyor', privacy: 'Gizlilik', people: 'Kişiler' },
  ignoredReferrers: 'Hiçbir zaman kaynak olmayanlar',
  ignoredReferrersHint:
    'Ziyaretçilerinizin yalnızca geçtiği adresler, tüm alt alan adlarıyla: ödeme sayfaları, bankanız, kendi araçlarınız. Şimdiden sonrası için geçerli; kaydedilmiş olanlar değişmez.',
  addHost: 'Adres ekle',
  affiliateParameters: 'İş ortağı parametreleri',
  affiliateParametersHint:
    'Ortaklarınızın bağlantılarını işaretlediği adres parametreleri; via, ref, aff, affid ve fpr dışında.',
  addParameter: 'Parametre ekle',
  scrubParameters: 'Hiç saklanmayan parametreler',
  scrubParametersHint:
    'Değerleri saklanmadan önce silinen adres parametreleri; belirteçler, parolalar ve e-posta adresleri dışında.',
  cookieDomain: 'Ziyaretçi çerezinin alan adı',
  cookieDomainHint:
    'Yalnızca etikette data-cookie varsa ve bu Leadline sitenin bir adresindeyse: o zaman Safari’nin 7 gün sonra unutacağı çerezi yeniler.',
  country: 'Ülke',
  countryHint: 'Ülke kodu olmadan yazılan telefonlar buradan sayılır.',
  noCountry: 'Belirtilmedi',
  attributes: 'Kişilerin özellikleri',
  attributesHint:
    'Ad, şirket, adres ve diğer olağan bilgiler dışında kişiler hakkında bildikleriniz. Burada tanımladıklarınızı olaylar, formlar ve satış temsilcileri bildirebilir; bunlar her kişinin sayfasında görünür, kişiler bunlara göre sıralanır ve filtrelenir.',
  attribute: (name) => `Özellik ${name}`,
  attributeLabel: 'Görünen ad',
  attributeName: 'Verideki ad',
  attributeType: 'Tür',
  types: { text: 'Metin', number: 'Sayı', date: 'Tarih', boolean: 'Evet veya hayır', choice: 'Seçenek' },
  options: 'Seçenekler',
  optionsHint: 'Aralarında virgülle.',
  addAttribute: 'Özellik ekle',
  remove: 'Kaldır',
  identity: 'Kimlik sırrı',
  identityText:
    'Sunucunuz kimin oturum açtığını bununla imzalar; böylece kimse başkası gibi davranamaz. İmzalı olan sizin sözünüz sayılır; bir sayfanın söylediği diğer her şey yalnızca iddiadır. Sunucuda tutun: asla bir sayfaya koymayın.',
  identityCode:
    'Sunucunuz, oturum açan kişinin müşteri numarasını imzalar; yoksa kenar boşlukları silinmiş, küçük harfli e-posta adresini:',
  identityPage: 'Sayfanız imzayı iletir:',
  showSecret: 'Sırrı göster',
  hideSecret: 'Gizle',
  renew: 'Yenile',
  renewQuestion: 'Kimlik sırrı yenilensin mi?',
  renewText:
    'Yeni bir sır hemen ve kalıcı olarak bunun yerini alır. Hemen ardından sunucularınıza verin: eskisiyle imzaladıkları artık geçmez.',
  renewed: 'Yeni bir kimlik sırrı var.',
  removal: 'Bu siteyi kaldır',
  removalText:
    'Etiketi hemen saymayı bırakır ve site menülerden kalkar. Kaydedilenler veritabanında kalır; aynı anahtarla bir site eklendiğinde yeniden görünür.',
  removeSite: 'Siteyi kaldır',
  removeQuestion: (name) => `${name} kaldırılsın mı?`,
  removed: (name) => `${name} kaldırıldı.`,
};

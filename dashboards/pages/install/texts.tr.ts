import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('tr');

export const texts: Texts = {
  check: 'Çalışıyor mu?',
  checkIntro: 'Etiketi sitenize yapıştırın, sonra bir sayfasını açın. Gelenler burada kendiliğinden görünür.',
  checkDone: 'Etiket çalışıyor: sayfa görüntülemeleri ve formlar geliyor.',
  steps: {
    script: {
      title: 'Betik yükleniyor',
      seen: 'Betik yükleniyor',
      waiting:
        'İzin verilen adreslerinizdeki hiçbir sayfa onu henüz istemedi. Etiketi taşıyan bir sayfayı açın ya da yenileyin. Bir şey değişmezse: sayfa, etiketi olmayan bir önbellekten ya da iyileştiriciden geliyor, bir içerik engelleyici betiği durduruyor veya sayfanın Content-Security-Policy başlığında script-src bu Leadline’ı içermiyor olabilir.',
    },
    view: {
      title: 'İlk sayfa görüntüleme',
      seen: 'Sayfa görüntülemeleri geliyor',
      waiting: 'Etiketli bir sayfa açılır açılmaz gelir.',
    },
    form: {
      title: 'İlk form',
      seen: 'Formlar geliyor',
      waiting:
        'Sitenizin bir formunu, örneğin iletişim formunu doldurup gönderin. Aramalara, girişlere ve ödemelere dokunulmaz.',
    },
  },
  states: { seen: 'Görüldü', waiting: 'Bekleniyor', problem: 'Bir engel var' },
  last: (when, where) => ['Son: ', when, where ? [', ', where] : ''],
  first: (when) => `ilki: ${when}`,
  problems: 'Engeller',
  more: (count) => plural(count, { other: '# tane daha' }),
  problem: {
    origin: (origin) => [origin, ' sayfaları bu anahtarı kullanıyor ama izinleri yok.'],
    key: (origin, key, right) =>
      origin
        ? [origin, ' sayfaları “', key, `” anahtarını gönderiyor; böyle bir site yok. “${right}” olmalı:`]
        : ['Birisi “', key, `” anahtarını gönderiyor; böyle bir site yok. “${right}” olmalı:`],
    stray: (origin, key, right) => [
      origin ? [origin, ' sayfaları “'] : 'Birisi “',
      key,
      `” anahtarını gönderiyor; böyle bir site yok. Bu site içinse “${right}” olmalı:`,
    ],
    originWaits: (visitors) =>
      plural(visitors, { other: 'İzin verene kadar # ziyaretçinin olayları kendi tarayıcısında bekliyor.' }),
    keyWaits: (visitors) =>
      plural(visitors, {
        other: 'Etiket düzeltilene kadar # ziyaretçinin olayları kendi tarayıcısında bekliyor.',
      }),
    silent: (origin) => [
      origin,
      ' sayfaları betiği yükledi ama onlardan hiçbir şey gelmedi. Olası nedenler:',
    ],
    causes: (host) => [
      "Etikette data-consent=\"required\" var ve henüz kimse onay vermedi ya da onay aracınız yanıtı iletmiyor: sayfada onay verin veya onayın bilindiği yerde leadline('consent', 'granted') çağırın.",
      `Sayfanın Content-Security-Policy başlığı göndermeye izin vermiyor: connect-src değerine ${host} ekleyin.`,
      'Etiket data-site bölümünü yitirmiş (bazı iyileştiriciler bunu yapar): aşağıdan yeniden kopyalayın.',
      'Tarayıcınızda içerik engelleyici var, Global Privacy Control gönderiyor ya da sayılmak istemediğini belirtmiş: başka bir tarayıcı deneyin.',
    ],
    refused: (count, reason) => `Bugün ${plural(count, { other: '# olay' })} reddedildi: ${reason}.`,
    show: 'Ne yapılacağını gör',
  },
  tag: 'Etiket',
  ways: {
    plain: {
      title: 'HTML',
      intro:
        'Sitenizin her sayfasına, </head> satırından önce yapıştırın. O andan başlayarak formlar ve sayfa görüntülemeleri kaydedilir.',
      after: 'Yalnızca onay verenleri sayabiliyorsanız etikete data-consent="required" ekleyin.',
    },
    pinned: {
      title: 'Sabitlenmiş (SRI)',
      intro:
        'Bu etiketle tarayıcı, tek bir baytı bile farklı olan betiği kim değiştirmiş olursa olsun reddeder. Etiket güncellemeleri izlemez: Leadline’ı yükselttikten sonra yenisini yapıştırın.',
    },
    csp: {
      title: 'Sıkı CSP',
      intro: 'Sayfalarınızda Content-Security-Policy varsa Leadline’ın adresine izin verin.',
      pieces: [
        'Elinizdeki kaynaklara bunları ekleyin:',
        'Adres yerine nonce ile:',
        've sayfanın nonce değerini taşıyan etiket:',
      ],
    },
    wordpress: {
      title: 'WordPress',
      intro:
        'Bunu alt temanızın functions.php dosyasına ya da WPCode gibi bir kod parçası eklentisine koyun. “Başlık betikleri” alanındaki HTML etiketi de olur.',
      after:
        'Bir eklenti betikleri geciktiriyor ya da birleştiriyorsa (WP Rocket, LiteSpeed, Autoptimize) leadline.js dosyasını orada hariç tutun.',
    },
    shopify: {
      title: 'Shopify',
      intro:
        'Çevrimiçi Mağaza › Temalar › ⋯ › Kodu düzenle bölümünde layout/theme.liquid dosyasını açın ve bunu </head> satırından önce yapıştırın.',
      after:
        'Shopify’ın ödeme sayfası tema kodunu çalıştırmaz: siparişleri docs/server.md dosyasında anlatıldığı gibi sunucunuzdan gönderin.',
    },
    gtm: {
      title: 'Tag Manager',
      intro: 'İçinde bu olan, Özel HTML türünde bir etiket oluşturun; tetikleyici olarak All Pages seçin.',
      after:
        'Engelleyiciler Tag Manager’ı kendi betiğinizden daha sık durdurur: yapabiliyorsanız etiketi sayfanın kendisine koyun.',
    },
    react: {
      title: 'React',
      intro:
        'npm modülünü kullanın; Next, Vue ve diğerlerinde de aynıdır. Sayfa görüntülemeleri yönlendiricinizi kendiliğinden izler.',
      pieces: ['Derleyip uygulamanıza ekleyin:', 'Sonra, bir kez, uygulamanızın tarayıcıda başladığı yerde:'],
    },
  },
  origins: 'İzin verilen adresler',
  originsIntro: 'Bu sitenin etiketiyle yalnızca bu adreslerdeki sayfalar olay gönderebilir.',
  originsEmpty: 'İzin verilen adres yok: tarayıcılardan gelen her olay reddedilir.',
  add: 'Ekle',
  addLabel: 'Bir sitenin adresi',
  addHint: 'Örneğin https://www.example.com; tüm alt alan adları için https://*.example.com.',
  addInvalid: 'Bu bir site adresi değil. Şöyle görünür: https://www.example.com.',
  present: (origin) => `${origin} zaten izinli.`,
  remove: (origin) => `Kaldır: ${origin}`,
  removed: (origin) => `${origin} artık izinli değil.`,
  undo: 'Geri al',
};

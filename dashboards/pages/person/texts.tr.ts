import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('tr');

export const texts: Texts = {
  person: {
    back: 'Müşteri adayları',
    missing: 'Bu kişi bu sitede yok ya da silinmiş.',
    missingOrOther: 'Bu kişi bu sitede yok, size atanmamış ya da silinmiş.',
  },
  timeline: {
    title: 'Zaman çizelgesi',
    empty: 'Henüz bir şey kaydedilmedi.',
    today: 'Bugün',
    yesterday: 'Dün',
    added: (count) => plural(count, { other: '# yeni olay' }),
    visited: (pages, time) =>
      (time ? `${time} içinde ` : '') + plural(pages, { other: '# sayfa görüntüledi:' }),
    viewed: (page) => [page, ' sayfasını görüntüledi'],
    left: (page) => [page, ' sayfasından ayrıldı'],
    read: (time, share) => (share ? `Sayfada ${time} · okunan: ${share}` : `Sayfada ${time}`),
    agreed: 'İzlenmeyi kabul etti',
    refused: 'İzlenmeyi reddetti',
    repeated: (count) => plural(count, { other: '# kez' }),
    submitted: (form) => ['“', form, '” formunu gönderdi'],
    outbound: (target) => [target, ' bağlantısına tıkladı'],
    download: (file) => [file, ' dosyasını indirdi'],
    email: (address) => [address, ' e-posta adresine tıkladı'],
    phone: (number) => [number, ' telefon numarasına tıkladı'],
    ordered: (order) => [order, ' siparişini verdi'],
    refunded: (order) => [order, ' siparişi için para iadesi aldı'],
    contacts: {
      call: { inbound: 'Aradı', outbound: 'Arandı', told: 'Telefon görüşmesi' },
      visit: { inbound: 'Ziyarete geldi', outbound: 'Ziyaret edildi', told: 'Ziyaret' },
      meeting: { inbound: 'Toplantı istedi', outbound: 'Toplantıya davet edildi', told: 'Toplantı' },
      note: { inbound: 'Not', outbound: 'Not', told: 'Not' },
    },
    stageChanged: (stage) => ['“', stage, '” aşamasına geçti'],
    assigned: (owner) => ['Sorumlusu: ', owner],
    unassigned: 'Artık sorumlusu yok',
    reached: (goal) => ['“', goal, '” hedefine ulaştı'],
    custom: (name) => ['“', name, '” olayı'],
    page: 'Sayfa',
    source: 'Kaynak',
    referrer: 'Geldiği yer',
    value: 'Tutar',
    coupon: 'Kupon',
    each: (price) => `tanesi ${price}`,
    moreLines: (count) => plural(count, { other: '# ürün daha' }),
    order: 'Sipariş',
    wrongSignature: 'yanlış: yalnızca iddia sayılır',
    message: 'Mesaj',
    consents: 'Onayladıkları',
    bot: 'Program belirtileri',
    botSignals: {
      user_agent: 'tarayıcı kendini böyle tanıtıyor',
      no_user_agent: 'tarayıcı ne olduğunu söylemiyor',
      prefetch: 'sayfa önceden yüklenmiş',
    },
    props: 'Diğer ayrıntılar',
  },
};

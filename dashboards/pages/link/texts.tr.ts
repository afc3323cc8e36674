import type { Texts } from './texts.en.js';

export const texts: Texts = {
  back: 'Bağlantılar',
  unnamed: 'Bağlantı',
  missing: 'Böyle bir bağlantı yok ya da artık yok.',
  figures: 'Tıklamalar, tüm zamanlar',
  clicks: 'Bu bağlantının tıklamaları',
  search: 'Tıklamalarında ara',
  noClicks: 'Henüz kimse açmadı.',
  address: 'Paylaşılacak adres',
  addressHint: 'Sayfanın kendi adresi yerine bu adresi koyun.',
  tool: 'E-posta aracı',
  noTool: 'Yok ya da bir reklam',
  toolHint:
    'Araç kime gönderdiğini doldurur: böylece bağlantıyı kimin açtığını görürsünüz. Doldurduğu bir iddia sayılır.',
  qr: 'QR kodu',
  qrOf: (url) => `Şuraya götüren QR kodu: ${url}`,
  recipients: 'Alıcılar',
  record: 'Bu bağlantı hakkında',
  edited: 'Değiştirirseniz, adresi dağıtılmış olsa da hemen başka yere götürür.',
  saved: 'Bağlantı kaydedildi',
  remove: 'Bağlantıyı sil',
  removing:
    'Adresi artık hiçbir yere götürmez, gönderilmiş e-postalarda da. Tıklamaları tıklama listesinde kalır.',
  removed: 'Bağlantı silindi',
};

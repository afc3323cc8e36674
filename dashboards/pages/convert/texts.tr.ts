import { plurals } from '../../i18n/plural.js';
import type { Texts } from './texts.en.js';

const plural = plurals('tr');

export const texts: Texts = {
  back: 'Bağlantılar',
  intro:
    'Bir e-postanın kaynağını yapıştırın: adreslerinin yerine izlenen bağlantılarla, başka hiçbir şeyi değişmeden geri gelir. Leadline e-posta göndermez.',
  email: 'E-posta',
  campaign: 'Kampanya',
  campaignHint: 'E-postanın adı, örneğin 2026-05-mektup. Yeni bir ad yeni bir kampanya oluşturur.',
  tool: 'E-posta aracı',
  toolHint: 'Kime gönderdiğini doldurur; böylece hangi bağlantıyı kimin açtığını görürsünüz.',
  noTool: 'Yok: kimsenin adı geçmez',
  html: 'HTML kaynağı',
  convert: 'İzlenen bağlantıları koy',
  noHtml: 'E-postanın kaynağını yapıştırın.',
  noCampaign: 'E-postanın adını yazın.',
  links: (count) => plural(count, { other: '# izlenen bağlantı' }),
  destination: 'Götürdüğü yer',
  times: 'Kez',
  untouched: 'Olduğu gibi kalan adresler',
  address: 'Adres',
  why: 'Neden',
  whys: {
    no_page: 'Bir web sayfası değil.',
    unsubscribe: 'Abonelikten çıkma adresi.',
    merge_tag: 'E-posta aracı dolduruyor.',
    tracked: 'Zaten izleniyor.',
    invalid: 'Tarayıcının açacağı bir adres değil.',
  },
  after: 'İzlenen bağlantılarla e-posta',
  before: 'Önceki hali',
};

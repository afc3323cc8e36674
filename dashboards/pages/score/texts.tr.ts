import type { Texts } from './texts.en.js';

export const texts: Texts = {
  intro:
    'Bir müşteri adayını daha çok veya daha az değerli kılan şeyler. Birinin uyduğu her kural bir kez sayılır; puanı bunların toplamıdır: aday listesinde ve kişinin sayfasında, her puan nedeniyle birlikte. Bir değişiklik hemen geçerli olur.',
  list: 'Puan kuralları',
  empty: {
    title: 'Müşteri adaylarının henüz puanı yok',
    intro:
      'Bir kural, uyan herkese puan verir: beş veya daha çok sayfa görüntülemeye 20, son 7 günde burada olana 15, ücretsiz e-posta adreslerine −30.',
    first: 'Önce kimi arayacağınızı bilmek için üç dört kural yeter.',
  },
  nameHint: 'Temsilcilerin okuyacağı neden, örneğin “Beş sayfaya baktı”.',
  nameMissing: 'Kurala bir ad verin.',
  points: 'Puan',
  pointsHint: '−100 ile 100 arasında.',
  pointsMissing: 'Kaç puan olduğunu söyleyin, −100 ile 100 arasında.',
  conditionsHint: 'Müşteri adayları listesinin filtreleri. Hiçbiri yoksa puanı herkes alır.',
};

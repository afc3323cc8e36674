import type { Texts } from './texts.en.js';

export const texts: Texts = {
  title: 'Oturum aç',
  intro: 'Sitelerinizin müşteri adayları ve her birinin yaptıkları.',
  ended: 'Oturumunuz sona erdi. Kaldığınız yerden sürdürmek için oturum açın: yazdıklarınız kaybolmaz.',
  again: 'Yeniden oturum aç',
  email: 'E-posta',
  submit: 'Oturum aç',
  forgotten: 'Parolanızı mı unuttunuz? Bir sahipten sıfırlama bağlantısı isteyin.',
  withKey: 'Yönetici anahtarıyla oturum aç',
  withPassword: 'E-posta ve parolayla oturum aç',
  key: 'Yönetici anahtarı',
  keyHint:
    'Leadline bir terminalde başlatıldıysa orada oturum açmak için bir bağlantı görünür. Anahtar, veri klasöründeki admin-key dosyasındadır. LEADLINE_ADMIN_KEY tanımlıysa onun değeridir.',
};

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
    'Leadline onu bir oturum açma bağlantısıyla birlikte npm start komutunun terminaline yazdı ve data/admin-key dosyasında saklar. LEADLINE_ADMIN_KEY tanımlıysa onun değeridir.',
};

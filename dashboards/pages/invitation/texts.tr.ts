import type { Texts } from './texts.en.js';

export const texts: Texts = {
  title: 'Davet edildiniz',
  resetTitle: 'Yeni bir parola seçin',
  failedTitle: 'Bu bağlantı çalışmıyor',
  forSites: (sites) => ['Leadline’a davet edildiniz. Göreceğiniz siteler: ', sites, '.'],
  forNone: 'Sitelerinizin müşteri adaylarının bulunduğu Leadline’a davet edildiniz.',
  access: 'Oradaki erişiminiz:',
  reset: (email) => ['Hesabınız: ', email, '. Diğer tüm oturumlarınız kapanacak.'],
  hasAccount: (email) => ['Zaten bir hesabınız var: ', email, '. Bu erişimi eklemek için parolasını girin.'],
  email: 'E-posta',
  name: 'Adınız',
  password: 'Hesabınızın parolası',
  newPassword: 'Yeni parola',
  accept: 'Daveti kabul et',
  setPassword: 'Parolayı kaydet',
  until: (when) => `Bu bağlantı bir kez, şu ana kadar kullanılabilir: ${when}.`,
  signIn: 'Oturum açma sayfasına git',
  other: (name) => ['Açık oturum: ', name, '. Kabul ettiğinizde burada sizin oturumunuz açılır.'],
};

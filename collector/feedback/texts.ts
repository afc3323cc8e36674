import type { Language } from '../pages/language.js';

/** What somebody reads who is asked what they think. */
interface Texts {
  title: (site: string) => string;
  order: (order: string) => string;
  rating: string;
  /** From the worst to the best. */
  ratings: readonly [string, string, string, string, string];
  text: string;
  send: string;
  missing: string;
  thanks: string;
  /** The link is none of ours, or of a site that is no more. */
  gone: string;
  later: string;
}

const en: Texts = {
  title: (site) => `How was it, at ${site}?`,
  order: (order) => `Your order ${order}`,
  rating: 'Your rating',
  ratings: ['Very bad', 'Bad', 'Fair', 'Good', 'Very good'],
  text: 'What would you like to tell us? (optional)',
  send: 'Send',
  missing: 'Please choose a rating or write something.',
  thanks: 'Thank you. You may come back by the same link and say something else.',
  gone: 'This link does not work. Please look whether all of it was copied.',
  later: 'This cannot be taken right now. Please try again in a minute.',
};

const es: Texts = {
  title: (site) => `¿Qué tal en ${site}?`,
  order: (order) => `Su pedido ${order}`,
  rating: 'Su valoración',
  ratings: ['Muy mal', 'Mal', 'Regular', 'Bien', 'Muy bien'],
  text: '¿Qué nos quiere decir? (opcional)',
  send: 'Enviar',
  missing: 'Elija una valoración o escriba algo.',
  thanks: 'Gracias. Puede volver con el mismo enlace y decir otra cosa.',
  gone: 'Este enlace no funciona. Compruebe que lo ha copiado entero.',
  later: 'Ahora no podemos recibirlo. Inténtelo de nuevo en un minuto.',
};

const tr: Texts = {
  title: (site) => `${site} nasıldı?`,
  order: (order) => `${order} numaralı siparişiniz`,
  rating: 'Puanınız',
  ratings: ['Çok kötü', 'Kötü', 'Orta', 'İyi', 'Çok iyi'],
  text: 'Bize ne söylemek istersiniz? (isteğe bağlı)',
  send: 'Gönder',
  missing: 'Lütfen bir puan seçin ya da bir şey yazın.',
  thanks: 'Teşekkürler. Aynı bağlantıyla geri gelip başka bir şey söyleyebilirsiniz.',
  gone: 'Bu bağlantı çalışmıyor. Lütfen tamamının kopyalandığına bakın.',
  later: 'Şu anda alınamıyor. Lütfen bir dakika sonra yeniden deneyin.',
};

const all: Record<Language, Texts> = { en, es, tr };

export const textsIn = (language: Language): Texts => all[language];

import type { Language } from '../pages/language.js';

/** What somebody reads whose link leads nowhere. */
interface Texts {
  gone: { title: string; text: string };
  expired: { title: string; text: string };
}

const en: Texts = {
  gone: {
    title: 'This link does not work',
    text: 'Please look whether all of it was copied, or ask whoever sent it to you.',
  },
  expired: {
    title: 'This link has expired',
    text: 'What it led to was there for some time only. Please ask whoever sent it to you.',
  },
};

const es: Texts = {
  gone: {
    title: 'Este enlace no funciona',
    text: 'Compruebe que lo ha copiado entero o pregunte a quien se lo envió.',
  },
  expired: {
    title: 'Este enlace ha caducado',
    text: 'Solo estaba disponible durante un tiempo. Pregunte a quien se lo envió.',
  },
};

const tr: Texts = {
  gone: {
    title: 'Bu bağlantı çalışmıyor',
    text: 'Lütfen tamamının kopyalandığına bakın ya da bağlantıyı gönderene sorun.',
  },
  expired: {
    title: 'Bu bağlantının süresi doldu',
    text: 'Götürdüğü sayfa yalnızca bir süre açıktı. Lütfen bağlantıyı gönderene sorun.',
  },
};

const all: Record<Language, Texts> = { en, es, tr };

export const textsIn = (language: Language): Texts => all[language];

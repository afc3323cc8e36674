import type { DetailWords } from './words.js';

export const words: DetailWords = {
  rules: {
    missing: (field) => `${field} eksik.`,
    unknown: (field) => `${field} adında bir alan yok.`,
    type: (field, limit) => `${field} ${limit} olmalı.`,
    too_short: (field, limit) => `${field} en az ${limit} olmalı.`,
    too_long: (field, limit) => `${field} en fazla ${limit} olabilir.`,
    too_small: (field, limit) => `${field} en az ${limit} olmalı.`,
    too_large: (field, limit) => `${field} en fazla ${limit} olmalı.`,
    one_of: (field, limit) => `${field} şunlardan biri olmalı: ${limit}.`,
    reference: (field) => `${field} alanının gösterdiği kayıt yok.`,
  },
  formats: {
    amount: (field) => `${field} 12.50 gibi bir tutar olmalı.`,
    attribute: (field) =>
      `${field} küçük harfle başlamalı, harf ve rakamlarla sürmeli; örneğin plan veya shoeSize.`,
    country: (field) => `${field} ES gibi bir ülke kodu olmalı.`,
    currency: (field) => `${field} EUR gibi bir para birimi kodu olmalı.`,
    cursor: () => 'Liste değişti: yeniden açın.',
    domain: (field) => `${field} example.com gibi bir alan adı olmalı.`,
    email: (field) => `${field} ada@example.com gibi bir e-posta adresi olmalı.`,
    free_attribute: (field) => `${field} her sitede zaten var: başka bir ad seçin.`,
    moment: (field) => `${field} 2026-10-14T12:00:00Z gibi bir an veya 2026-10-14 gibi bir gün olmalı.`,
    no_password: (field) => `${field} içinde bir ad veya parola var: onları çıkarın.`,
    long_address: (field) =>
      `${field}, tarayıcıların yazdığı biçimde çok uzun (ş altı karakter tutar): en fazla 2048 karakter.`,
    no_unsubscribe: (field) =>
      `${field} abonelikten çıkma adresi: her zaman çalışması için o bağlantıyı olduğu gibi bırakın.`,
    not_tracked: (field) => `${field} zaten izlenen bir bağlantı: götürdüğü adresi yazın.`,
    origin: (field) => `${field} https://www.example.com gibi bir adres olmalı.`,
    parameter: (field) => `${field} yalnızca harf, rakam, - ve _ içerebilir.`,
    site: (field) => `${field} bir sitenin anahtarı olmalı.`,
    time_zone: (field) => `${field} Europe/Madrid gibi bir saat dilimi olmalı.`,
    uncommon_password: (field) =>
      `${field} kolay tahmin edilir: yaygın olmayan, adınızdan veya e-posta adresinizden oluşmayan bir parola seçin.`,
    unique: (field) => `${field} iki kez yazılmış.`,
    web_address: (field) => `${field} https:// veya http:// ile başlayan bir web adresi olmalı.`,
    other: (field) => `${field} olması gerektiği gibi yazılmamış.`,
  },
  types: { string: 'metin', number: 'sayı', boolean: 'evet veya hayır', array: 'liste', object: 'nesne' },
};

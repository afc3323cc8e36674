// Invented people of invented companies, in the three languages of the customers of Halfturn. Every address is at a
// domain that nobody can own (RFC 2606), every phone number one that Ireland keeps for fiction (020 91x xxxx).

const cultures = {
  en: {
    language: ['en-IE', 'en-GB', 'en-US'],
    first: [
      'Nora',
      'Owen',
      'Maeve',
      'Ciara',
      'Tom',
      'Iris',
      'Declan',
      'Ruth',
      'Sean',
      'Hazel',
      'Frank',
      'Orla',
    ],
    last: [
      'Beanfield',
      'Kettlewell',
      'Creamer',
      'Mugford',
      'Roastley',
      'Spoonham',
      'Steamwright',
      'Saucerby',
    ],
    company: [
      ['The Blue', 'The Crooked', 'The Patient', 'The Tin', 'The Second', 'The Salty'],
      ['Kettle Café', 'Spoon Bistro', 'Lamp Hotel', 'Door Bakery', 'Harbour Diner', 'Pigeon Books & Coffee'],
    ],
    message: [
      'Our two-group machine loses pressure after ten minutes. Could somebody look at it this week?',
      'We open in spring and need one machine, one grinder and someone who shows us how.',
      'Do you service machines that you did not sell?',
      'What does the Café plan cover when we are open on Sundays?',
    ],
  },
  es: {
    language: ['es-ES', 'es-MX'],
    first: ['Lucía', 'Íñigo', 'Marta', 'Joaquín', 'Begoña', 'Álvaro', 'Rocío', 'Nicolás'],
    last: ['Cafetal', 'Tazón', 'Molinillo', 'Espumosa', 'Cucharilla', 'del Azucarero', 'Tostado'],
    company: [
      ['Café', 'Hotel', 'Pastelería', 'Bodega'],
      ['Luna Torcida', 'Siete Tazas', 'El Pez Despierto', 'La Cuchara Azul', 'Media Vuelta', 'Doña Espuma'],
    ],
    message: [
      'La cafetera pierde agua por el grupo izquierdo. ¿Pueden venir el jueves?',
      'Abrimos un segundo local y queremos precio para dos Duet 2 con instalación.',
      '¿El plan incluye las juntas?',
    ],
  },
  tr: {
    language: ['tr-TR'],
    first: ['Elif', 'Emre', 'Zeynep', 'Barış', 'Çağla', 'İlker', 'Şule', 'Gökhan'],
    last: ['Fincanoğlu', 'Cezveci', 'Köpükgil', 'Kavurmaz', 'Değirmenler', 'Telvesiz', 'Sıcaksu'],
    company: [
      ['Yarım', 'Mavi', 'Uykusuz', 'Taş', 'Eğri'],
      ['Fincan Kahve', 'Cezve Evi', 'Martı Otel', 'Köprü Pastanesi', 'Balkon Kafe'],
    ],
    message: [
      'Makinenin yıllık bakımı için randevu almak istiyoruz.',
      'İki gruplu makine ve değirmen için fiyat verebilir misiniz?',
      'Garanti dışı tamir yapıyor musunuz?',
    ],
  },
};

const towns = [
  ['Galway', 'H91 X0X0'],
  ['Ennis', 'V95 X0X0'],
  ['Sligo', 'F91 X0X0'],
  ['Limerick', 'V94 X0X0'],
  ['Westport', 'F28 X0X0'],
];

/** "Çağla Köpükgil" to "cagla.kopukgil". */
const local = (name) =>
  name
    .replace(/ı/g, 'i')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.');

/** @param number makes the address one person's own, however alike two names are */
export function personOf({ chance, pick, weighted, between }, number) {
  const culture =
    cultures[
      weighted([
        [60, 'en'],
        [22, 'es'],
        [18, 'tr'],
      ])
    ];
  const name = `${pick(culture.first)} ${pick(culture.last)}`;
  const [town, postcode] = pick(towns);
  return {
    name,
    email: `${local(name)}.${number}@example.${pick(['com', 'org', 'net'])}`,
    phone: `+353 20 91${between(0, 9)} ${String(between(0, 9999)).padStart(4, '0')}`,
    company: chance(0.65) ? culture.company.map(pick).join(' ') : '',
    message: pick(culture.message),
    language: pick(culture.language),
    address: `${between(1, 90)} Invented Street`,
    town,
    postcode,
    customer: `HT-C-${10_000 + number}`,
  };
}

export const languageOf = ({ pick, weighted }) =>
  pick(
    cultures[
      weighted([
        [60, 'en'],
        [22, 'es'],
        [18, 'tr'],
      ])
    ].language,
  );

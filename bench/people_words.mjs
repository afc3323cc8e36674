// What the people of a benchmark are called, where they are and what they look at.

export const firstNames = [
  'Ada',
  'Elif',
  'Marta',
  'Deniz',
  'Leo',
  'Sofia',
  'Mehmet',
  'Lucia',
  'James',
  'Ayse',
  'Pablo',
  'Emma',
  'Can',
  'Ines',
  'Noah',
  'Zeynep',
  'Hugo',
  'Olivia',
  'Carmen',
  'Jonas',
];

export const lastNames = [
  'Lovelace',
  'Yilmaz',
  'Garcia',
  'Demir',
  'Smith',
  'Fernandez',
  'Kaya',
  'Muller',
  'Rossi',
  'Celik',
  'Jones',
  'Lopez',
  'Sahin',
  'Martin',
  'Novak',
  'Moreno',
  'Aydin',
  'Silva',
  'Jansen',
  'Ortega',
];

/** Domain of the e-mail address, and the company that goes with it. */
export const domains = [
  ['gmail.com', ''],
  ['hotmail.com', ''],
  ['northwind.example', 'Northwind Coffee'],
  ['acme.example', 'ACME Trading'],
  ['kahve.example', 'Yarim Fincan Kahve'],
  ['grupo-iberico.example', 'Grupo Iberico de Hosteleria'],
];

/** First part of the path, and title. */
export const pages = [
  ['machines', 'Halfturn: espresso machines for cafés and offices'],
  ['grinders', 'Grinders that keep their setting: Halfturn'],
  ['pricing', 'Plans and prices of the yearly service: Halfturn'],
  ['articles', 'Descale in ten minutes, and why it matters: Halfturn'],
  ['contact', 'Contact and opening hours: Halfturn'],
];

/** utm_source, medium, utm_campaign, referrer, source, channel. */
export const campaigns = [
  ['newsletter', 'email', '2026-05-cafe-plan-offer', '', 'newsletter', 'email'],
  ['newsletter', 'email', '2026-06-descale-in-ten-minutes', '', 'newsletter', 'email'],
  ['google', 'cpc', 'espresso-machines-es', 'https://www.google.com/', 'google', 'paid_search'],
  ['', 'organic', '', 'https://www.google.com/', 'google', 'organic_search'],
  ['', 'organic', '', 'https://www.bing.com/', 'bing', 'organic_search'],
  ['', 'none', '', '', 'direct', 'direct'],
  [
    '',
    'referral',
    '',
    'https://coffee-forum.example/threads/which-grinder',
    'coffee-forum.example',
    'referral',
  ],
];

export const searches = ['espresso machine', 'coffee grinder 64 mm', 'machine service near me'];

/** Browser, system, device. */
export const agents = [
  ['Chrome', 'Windows', 'desktop'],
  ['Safari', 'macOS', 'desktop'],
  ['Mobile Safari', 'iOS', 'mobile'],
  ['Mobile Chrome', 'Android', 'mobile'],
  ['Firefox', 'Linux', 'desktop'],
];

/** Country, region, language, number and name of the network. */
export const places = [
  ['ES', 'Madrid', 'es-ES', 3352, 'Telefonica De Espana S.a.u.'],
  ['ES', 'Catalonia', 'es-ES', 12479, 'Orange Espagne SA'],
  ['TR', 'Istanbul', 'tr-TR', 9121, 'Turk Telekomunikasyon Anonim Sirketi'],
  ['TR', 'Izmir', 'tr-TR', 34984, 'Superonline Iletisim Hizmetleri A.S.'],
  ['GB', 'England', 'en-GB', 2856, 'British Telecommunications PLC'],
  ['US', 'California', 'en-US', 7922, 'Comcast Cable Communications, LLC'],
];

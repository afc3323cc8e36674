/** Invented people for the page of components: the same at every visit. */
export interface Sample {
  id: string;
  name: string;
  company: string;
  stage: 'lead' | 'prospect' | 'customer';
  status: 'new' | 'working' | 'qualified' | 'disqualified';
  owner: string;
  country: string;
  valueMinor: number;
  seen: number;
  note: string;
}

const NAMES = [
  'Nora Kettlewell',
  'Rocío Cucharilla',
  'İlker Telvesiz',
  'Ruth Roastley',
  'Owen Mugford',
  'Zeynep Sıcaksu',
  'Ciara Saucerby',
  'Declan Beanfield',
  'Çağla Demir',
  'Lucía Molinillo',
];
const COMPANIES = [
  'Kettlewell Café',
  'Hotel Cucharilla',
  'Yarım Fincan',
  'The Tin Spoon',
  '',
  'Sıcaksu Otel',
];
const STAGES = ['prospect', 'customer', 'lead'] as const;
const STATUSES = ['new', 'working', 'qualified', 'disqualified'] as const;
export const OWNERS = [
  ['mia', 'Mia'],
  ['tomas', 'Tomás'],
] as const;
export const COUNTRIES = ['ES', 'IE', 'TR'] as const;

const pick = <One>(list: readonly One[], index: number): One => list[index % list.length] as One;

export function samples(count: number, now: number): Sample[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `sample-${index}`,
    name: `${pick(NAMES, index)}${index < NAMES.length ? '' : ` ${1 + Math.floor(index / NAMES.length)}`}`,
    company: pick(COMPANIES, index * 5),
    stage: pick(STAGES, index * 7),
    status: pick(STATUSES, index),
    owner: pick(['mia', '', 'tomas'], index),
    country: pick(COUNTRIES, index * 2),
    valueMinor: index % 3 === 1 ? ((index * 7919) % 9_000) * 100 + 24_000 : 0,
    seen: now - index * index * 97_000 - 120_000,
    note: '',
  }));
}

/** What people type and senders send, at its worst. */
export const odd = (now: number): Sample[] =>
  [
    ['a'.repeat(10_000), 'One word of 10,000 letters'],
    ['<b>Bold</b> <img src=x onerror=alert(1)>', '<script>alert(1)</script>'],
    ['שלום עולם', 'مقهى القهوة الصغير في الزاوية'],
    ['\u202Etxet desrever\u202C', 'Right-to-left override'],
    ['👩🏽‍🍳 ☕️', 'İıĞğŞş'],
  ].map(([name = '', company = ''], index) => ({
    ...(samples(1, now)[0] as Sample),
    id: `odd-${index}`,
    name,
    company,
    note: `${company} · `.repeat(20),
  }));

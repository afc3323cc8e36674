import { describe, expect, it } from 'vitest';
import type { SiteAttribute } from '../../schemas/entities/attributes.js';
import { recogniseAttributes } from './recognise_attributes.js';
import { formOf, NOW, type TestForm, take } from './testing.js';

const read = (form: TestForm, attributes?: SiteAttribute[]) =>
  recogniseAttributes(...formOf(form), { attributes }, NOW);

const text = (value: string, label: string, more = {}): [string, object] => [
  value,
  { type: 'text', label, ...more },
];
const list = (value: string, label = ''): [string, object] => [value, { type: 'select-one', label }];
const auto = (value: string, autocomplete: string): [string, object] => [
  value,
  { type: 'text', autocomplete },
];

describe('what a form says of a person', () => {
  it.each<[string, TestForm, object]>([
    [
      'by autocomplete tokens',
      {
        a: auto('CTO', 'organization-title'),
        b: auto('Calle Mayor 1', 'section-x billing address-line1'),
        c: auto('2º B', 'address-line2'),
        d: auto('28013', 'postal-code'),
        e: auto('Madrid', 'address-level2'),
        f: auto('Comunidad de Madrid', 'address-level1'),
        g: auto('ES', 'country'),
        h: auto('es-ES', 'language'),
        i: auto('1987', 'bday-year'),
        j: auto('Mujer', 'sex'),
      },
      {
        ...{
          title: 'CTO',
          address: 'Calle Mayor 1, 2º B, 28013',
          city: 'Madrid',
          region: 'Comunidad de Madrid',
        },
        ...{ country: 'ES', language: 'es', birthYear: '1987', gender: 'female' },
      },
    ],
    [
      'by names as form builders make them',
      {
        '0-1/jobtitle': 'CTO',
        'form_fields[city]': 'Berlin',
        'contact[country]': list('Germany'),
        companySize: list('11-50'),
        'your-industry': 'Retail',
        'address-2': 'Floor 3',
        address: '1 Main St',
        zip_code: 'SW1A 1AA',
      },
      {
        ...{ title: 'CTO', city: 'Berlin', country: 'DE', companySize: '11-50', industry: 'Retail' },
        address: '1 Main St, Floor 3, SW1A 1AA',
      },
    ],
    [
      'by labels in Spanish',
      {
        f1: text('Directora', 'Cargo *'),
        f2: text('Sevilla', 'Ciudad (obligatorio)'),
        f3: list('España', 'País'),
        f4: list('50-100', 'Número de empleados'),
        f5: text('Logística', 'Sector'),
        f6: text('01/02/1980', 'Fecha de nacimiento'),
        f7: text('Calle Real 5', 'Dirección'),
        f8: text('41001', 'Código postal'),
      },
      {
        ...{
          title: 'Directora',
          city: 'Sevilla',
          country: 'ES',
          companySize: '50-100',
          industry: 'Logística',
        },
        ...{ birthYear: '1980', address: 'Calle Real 5, 41001' },
      },
    ],
    [
      'by labels in Turkish',
      {
        f1: text('Müdür', 'Unvanınız'),
        f2: list('İSTANBUL', 'İl'),
        f3: list('Türkiye', 'Ülke'),
        f4: list('10-49', 'Çalışan sayısı'),
        f5: text('Tekstil', 'Faaliyet Alanınız'),
        f6: ['Kadın', { type: 'radio', label: 'Kadın' }],
        Cinsiyet: ['Kadın', { type: 'radio', label: 'Kadın' }],
        f8: ['Atatürk Cad. 5\nBeşiktaş', { type: 'textarea', label: 'Adres' }],
      },
      {
        ...{ title: 'Müdür', city: 'İSTANBUL', country: 'TR', companySize: '10-49', industry: 'Tekstil' },
        ...{ gender: 'female', address: 'Atatürk Cad. 5 Beşiktaş' },
      },
    ],
    [
      'by the surest sign',
      { city: 'Paris', x: auto('Lyon', 'address-level2'), y: text('Nice', 'City') },
      { city: 'Lyon' },
    ],
  ])('%s', (_, form, expected) => expect(read(form)).toEqual(expected));

  it.each<[string, TestForm]>([
    [
      'a list that nobody has chosen from',
      { city: list('Select a city'), sector: list('-- Seleccione --'), ulke: list('Seçiniz') },
    ],
    [
      'a country that is none, and one that is a phone’s',
      { country: list('14'), phone_country: list('ES', 'Country') },
    ],
    [
      'an address of another kind',
      { address: 'ada@example.com', Address: 'https://a.test', ip_address: '10.0.0.1' },
    ],
    ['other people’s', { friend_city: 'Berlin', x: text('Berlin', "Recipient's city") }],
    [
      'a salutation, a subject, a state of things',
      { title: 'Mrs', x: text('A leak', 'Title'), y: text('Bad', 'State of the roof') },
    ],
    ['what a sentence asks', { x: text('Berlin', 'Which city do you want to visit with us this year?') }],
    ['who they are', { name: 'Ada', email: 'ada@example.com', company: 'Engines', message: 'City' }],
    [
      'a tick, a number, a file',
      { city: ['on', { type: 'checkbox' }], region: list('7'), address: ['a.pdf', { type: 'file' }] },
    ],
    ['a message about it', { x: ['Berlin is fine', { type: 'textarea', label: 'Comments on the city' }] }],
  ])('is not %s', (_, form) => expect(read(form)).toEqual({}));
});

describe('what the site has declared', () => {
  const attributes: SiteAttribute[] = [
    { name: 'fleetSize', label: 'Nº de vehículos', type: 'number' },
    { name: 'interests', label: 'Interests', type: 'text' },
    { name: 'plan', label: 'Plan', type: 'choice', options: ['Free', 'Team'] },
    { name: 'vip', label: '社員', type: 'boolean' },
  ];
  it.each<[string, TestForm, object]>([
    ['by name, whatever case and separators it has', { 'Fleet-Size': '12' }, { fleetSize: '12' }],
    [
      'by the name that a form builder has in brackets',
      { 'form_fields[plan]': list('team') },
      { plan: 'Team' },
    ],
    [
      'by label',
      { f1: text('12', 'N.º de vehículos'), f2: ['on', { type: 'checkbox', label: '社員' }] },
      { fleetSize: '12', vip: 'true' },
    ],
    ['by label with a note', { f1: text('Team', 'Plan (required) *') }, { plan: 'Team' }],
    [
      'with all that was ticked',
      { 'interests[]': [['Tea', 'Coffee'], { type: 'checkbox' }] },
      { interests: 'Tea, Coffee' },
    ],
    [
      'and nothing that is near it',
      { fleet: '12', plans: 'Team', f: text('Team', 'Your plan for today') },
      {},
    ],
    ['and nothing that does not fit', { plan: 'Gold', fleetSize: 'many' }, {}],
  ])('%s', (_, form, expected) => expect(read(form, attributes)).toEqual(expected));
});

it('stands with the lead, and what was typed beside it', () => {
  const fields = { email: 'ada@example.com', city: 'Berlin', country: 'Zamunda' };
  const { personal_data, events } = take({ type: 'form_submit', form: { fields } });
  expect(personal_data).toMatchObject({
    attributes: { city: 'Berlin' },
    fields: { email: ['ada@example.com'], city: ['Berlin'], country: ['Zamunda'] },
  });
  expect(JSON.stringify(events)).not.toContain('Berlin');
});

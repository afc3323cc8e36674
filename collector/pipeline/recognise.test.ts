import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognise } from './recognise.js';
import { formOf, type TestForm } from './testing.js';

const nobody = { email: '', phone: '', company: '', name: '' };

/** Who filled in a form; what they say is told by `recognise_forms.test.ts`. */
function read(form: TestForm) {
  const { message, consents, ...who } = recognise(...formOf(form));
  return who;
}

const ada = { name: 'Ada Lovelace', email: 'ada@example.com', phone: '+44 20 7946 0000', company: 'Engines' };
const { name, email, phone, company } = ada;

describe('forms as site builders make them', () => {
  it.each([
    ['plain', { name, email, phone, company }],
    [
      'WordPress Contact Form 7',
      {
        'your-name': name,
        'your-email': email,
        'your-subject': 'Hi',
        'tel-618': phone,
        'your-company': company,
      },
    ],
    ['HubSpot', { firstname: 'Ada', lastname: 'Lovelace', email, mobilephone: phone, company }],
    ['Mailchimp', { FNAME: 'Ada', LNAME: 'Lovelace', EMAIL: email, PHONE: phone, COMPANY: company }],
    [
      'Elementor',
      {
        'form_fields[name]': name,
        'form_fields[email]': email,
        'form_fields[phone]': phone,
        'form_fields[company]': company,
      },
    ],
    [
      'WPForms',
      {
        'wpforms[fields][0][first]': ['Ada', { label: 'First' }],
        'wpforms[fields][0][last]': ['Lovelace', { label: 'Last' }],
        'wpforms[fields][1]': [email, { label: 'Email', type: 'email' }],
        'wpforms[fields][2]': [phone, { label: 'Phone', type: 'tel' }],
        'wpforms[fields][3]': [company, { label: 'Company Name', type: 'text' }],
      },
    ],
    [
      'Gravity Forms',
      {
        'input_1.3': ['Ada', { label: 'First' }],
        'input_1.6': ['Lovelace', { label: 'Last' }],
        input_2: [email, { label: 'E-mail address' }],
        input_3: [phone, { label: 'Phone Number' }],
        input_4: [company, { label: 'Company' }],
      },
    ],
    [
      'Webflow',
      {
        name: ['Ada', { label: 'First Name' }],
        'name-2': ['Lovelace', { label: 'Last Name' }],
        'email-2': [email, { label: 'Email Address', type: 'email' }],
        field: [phone, { label: 'Mobile' }],
        'Field-2': [company, { label: 'Organisation' }],
      },
    ],
    [
      'Shopify',
      {
        'contact[Name]': name,
        'contact[email]': email,
        'contact[phone]': phone,
        'contact[Company name]': company,
      },
    ],
    ['Marketo', { FirstName: 'Ada', LastName: 'Lovelace', Email: email, Phone: phone, Company: company }],
    [
      'Jotform',
      {
        'q3_fullName3[first]': 'Ada',
        'q3_fullName3[last]': 'Lovelace',
        q4_email4: email,
        'q5_phoneNumber[full]': phone,
        q6_companyName: company,
      },
    ],
    [
      'autocomplete alone',
      {
        a: ['Ada', { autocomplete: 'section-x billing given-name' }],
        b: ['Lovelace', { autocomplete: 'family-name' }],
        c: [email, { autocomplete: 'home email' }],
        d: [phone, { autocomplete: 'tel' }],
        e: [company, { autocomplete: 'ORGANIZATION' }],
      },
    ],
    ['Spanish', { nombre: 'Ada', apellidos: 'Lovelace', correo: email, teléfono: phone, empresa: company }],
    [
      'Spanish, Latin America',
      {
        Nombres: 'Ada',
        Apellidos: 'Lovelace',
        'Correo electrónico': email,
        Celular: phone,
        'Razón social': company,
      },
    ],
    [
      'Spanish, one name',
      { 'Nombre y apellidos': name, email_contacto: email, Móvil: phone, nombre_empresa: company },
    ],
    [
      'Spanish labels',
      {
        f1: [name, { label: 'Tu nombre completo *' }],
        f2: [email, { label: 'Tu correo electrónico' }],
        f3: [phone, { label: 'Teléfono de contacto' }],
        f4: [company, { label: 'Nombre de la empresa' }],
      },
    ],
    ['Turkish', { 'Ad Soyad': name, 'E-posta': email, Telefon: phone, Firma: company }],
    [
      'Turkish, two names',
      {
        Adınız: 'Ada',
        Soyadınız: 'Lovelace',
        'e-posta adresiniz': email,
        'Cep Telefonu': phone,
        'Şirket Adı': company,
      },
    ],
    [
      'Turkish, plain letters',
      { ad: 'Ada', soyad: 'Lovelace', eposta: email, telefon_no: phone, firma_adi: company },
    ],
    [
      'Turkish, run together',
      {
        adsoyad: name,
        epostaniz: email,
        ceptelefonu: [phone, { label: 'Cep Telefonunuz' }],
        sirketiniz: company,
      },
    ],
    ['Turkish capitals', { 'AD SOYAD': name, 'E-POSTA': email, GSM: phone, ŞİRKET: company }],
    [
      'Turkish labels',
      {
        f1: [name, { label: 'Adınız ve soyadınız' }],
        f2: [email, { label: 'E-posta adresi' }],
        f3: [phone, { label: 'Telefon numaranız' }],
        f4: [company, { label: 'Kurum / Kuruluş' }],
      },
    ],
    [
      'labels that say what is required',
      {
        f1: ['Ada', { label: 'First name (required)' }],
        f2: ['Lovelace', { label: 'Soyadı (zorunlu)' }],
        f3: [email, { label: 'Email (required)' }],
        f4: [phone, { label: 'Teléfono (opcional)' }],
        f5: [company, { label: 'Company – optional' }],
      },
    ],
    ['Turkish, isim', { İsim: 'Ada', Soyisim: 'Lovelace', mail: email, tel: phone, kurum: company }],
  ] satisfies [string, TestForm][])('%s', (_, form) => expect(read(form)).toEqual(ada));
});

describe('which field it is', () => {
  it('takes the first of two e-mail fields, whoever repeats', () => {
    expect(read({ email: 'ada@example.com', email_confirm: 'ada@example.com' }).email).toBe(
      'ada@example.com',
    );
    expect(read({ email: 'ada@example.com', work_email: 'ada@work.test' }).email).toBe('ada@example.com');
    expect(read({ friend_email: 'bob@example.com', your_email: 'ada@example.com' }).email).toBe(
      'ada@example.com',
    );
  });

  it('prefers the surer sign over the earlier field', () => {
    expect(read({ mail: 'x@example.com', y: ['ada@example.com', { autocomplete: 'email' }] }).email).toBe(
      'ada@example.com',
    );
  });

  it('keeps billing and shipping apart: the first one counts', () => {
    const form = {
      billing_first_name: 'Ada',
      billing_last_name: 'Lovelace',
      billing_email: email,
      shipping_first_name: 'Charles',
      shipping_last_name: 'Babbage',
    };
    expect(read(form)).toEqual({ ...nobody, name, email });
  });

  it('reads an e-mail address without any sign only where it is the sole one', () => {
    expect(read({ q17: ' ada@example.com ' }).email).toBe('ada@example.com');
    expect(read({ q17: 'ada@example.com', q18: 'bob@example.com' }).email).toBe('');
    expect(read({ q17: 'write to ada@example.com' }).email).toBe('');
  });

  it('joins a first and a last name, and is content with either', () => {
    expect(read({ first_name: 'Ada', middle_name: 'Augusta', last_name: 'Lovelace' }).name).toBe(
      'Ada Lovelace',
    );
    expect(read({ first_name: 'Ada' }).name).toBe('Ada');
    expect(read({ apellidos: 'Lovelace' }).name).toBe('Lovelace');
    expect(read({ name: 'Ada Lovelace', surname: 'Lovelace' }).name).toBe('Ada Lovelace');
  });

  it.each([
    ['e-mail fields without an address', { email: 'none', 'your-email': 'ada at example' }],
    ['phone fields without a number', { phone: 'call me', phone_type: 'home' }],
    [
      'other names',
      {
        username: 'ada',
        form_name: 'Contact',
        product_name: 'Pump',
        nickname: 'al',
        'Ürün adı': 'Pump',
        nombre_de_usuario: 'ada',
        'Nombre del proyecto': 'x',
      },
    ],
    [
      'facts about a company',
      { company_size: '10-50', company_website: 'x.test', business_type: 'shop', 'Firma adresi': 'Sokak 1' },
    ],
    [
      'questions',
      {
        q0: ['May', { label: 'When was your last order?' }],
        q1: ['Google', { label: 'How did you hear about our company?' }],
      },
    ],
    ['choices', { business: ['yes', { type: 'radio' }], name: ['on', { type: 'checkbox' }] }],
    [
      'other numbers',
      {
        zip: ['34000', { type: 'tel' }],
        f7: ['12345678', { type: 'tel', label: 'Tax ID' }],
        posta_kodu: ['34000', { type: 'tel' }],
      },
    ],
    ['advertising', { ad_id: '17', ad_campaign: 'spring', utm_campaign: 'x' }],
    ['messages', { message: 'Hello', mensaje: 'Hola', mesaj: 'Selam', city: 'London', address: 'Street 1' }],
    ['nothing', { name: '  ', email: '' }],
  ] satisfies [string, TestForm][])('takes nobody from %s', (_, form) => expect(read(form)).toEqual(nobody));

  it('answers any form, with values that stood in it', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    const words = fc.constantFrom('name', 'Ad', 'Soyad', 'email', 'tel', '__proto__', 'constructor', 'firma');
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.oneof(text, words), fc.array(fc.oneof(text, fc.emailAddress()), { maxLength: 3 })),
        ),
        fc.dictionary(fc.oneof(text, words), fc.record({ type: text, label: fc.oneof(text, words) })),
        (fields, hints) => {
          const found = recognise(new Map(fields), hints);
          const values = fields.flatMap(([, list]) => list.map((value) => value.trim()));
          for (const key of ['email', 'phone', 'company'] as const)
            expect(['', ...values]).toContain(found[key]);
        },
      ),
    );
  });
});

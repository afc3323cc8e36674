import { describe, expect, it } from 'vitest';
import { recognise } from './recognise.js';
import { formOf, type TestForm } from './testing.js';

const read = (form: TestForm) => recognise(...formOf(form));
const nothing = { email: '', phone: '', company: '', name: '', message: '', consents: [] };
const ada = {
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  phone: '+44 20 7946 0000',
  company: 'Engines',
  message: 'How much is it?\nThanks',
};
const { name, email, phone, company, message } = ada;

const text = (value: string, label: string, more = {}): [string, object] => [
  value,
  { type: 'text', label, ...more },
];
const area = (label = ''): [string, object] => [message, { type: 'textarea', label }];
const mail = (label = ''): [string, object] => [email, { type: 'email', label }];
const tel = (label = ''): [string, object] => [phone, { type: 'tel', label }];
const box = (label = '', value = 'on'): [string, object] => [value, { type: 'checkbox', label }];
const list = (value: string, label = ''): [string, object] => [value, { type: 'select-one', label }];

describe('forms as sites have them, with their message and consents', () => {
  it.each([
    [
      'WordPress Contact Form 7',
      {
        'your-name': text(name, 'Your name'),
        'your-email': mail('Your email'),
        'your-tel': tel(),
        'text-17': text(company, 'Company'),
        'your-subject': text('Prices', 'Subject'),
        'your-message': area('Your message (optional)'),
        'acceptance-618': box('', '1'),
      },
      ['acceptance-618'],
    ],
    [
      'Gravity Forms',
      {
        'input_2.3': text('Ada', 'First'),
        'input_2.6': text('Lovelace', 'Last'),
        input_1: mail('Email(Required)'),
        input_3: tel('Phone'),
        input_4: text(company, 'Company'),
        input_5: area('Comments'),
        'input_6.1': box('I agree to the privacy policy.', '1'),
      },
      ['I agree to the privacy policy.'],
    ],
    [
      'Elementor',
      {
        'form_fields[name]': text(name, 'Name'),
        'form_fields[email]': mail('Email'),
        'form_fields[field_8d1bad3]': tel('Phone'),
        'form_fields[field_3ad]': text(company, 'Company'),
        'form_fields[message]': area('Message'),
        'form_fields[acceptance]': box('I accept'),
      },
      ['form_fields[acceptance]'],
    ],
    [
      'HubSpot',
      {
        '0-1/firstname': text('Ada', 'First name'),
        '0-1/lastname': text('Lovelace', 'Last name'),
        '0-1/email': mail('Email'),
        '0-1/mobilephone': tel('Mobile phone number'),
        '0-2/name': text(company, 'Company name'),
        '0-1/message': area('Message'),
        'LEGAL_CONSENT.subscription_type_77': box('I agree to receive other communications.', 'true'),
      },
      ['LEGAL_CONSENT.subscription_type_77'],
    ],
    [
      'Webflow',
      {
        Name: text(name, 'Name'),
        'Email-2': mail('Email Address'),
        'Phone-Number': tel(),
        field: text(company, 'Company'),
        'field-2': area('Message'),
        Checkbox: box('I have read the Terms & Conditions'),
      },
      ['I have read the Terms & Conditions'],
    ],
    [
      'Shopify',
      {
        'contact[name]': text(name, 'Name'),
        'contact[email]': mail('Email *'),
        'contact[phone]': tel('Phone number'),
        'contact[Company]': text(company, 'Company'),
        'contact[body]': area('Comment'),
        'contact[accepts_marketing]': box('', 'true'),
      },
      ['contact[accepts_marketing]'],
    ],
    [
      'Django',
      {
        id_name: text(name, 'Name:'),
        id_email: mail('Email:'),
        id_phone: text(phone, 'Phone:'),
        id_company: text(company, 'Company:'),
        id_message: area('Message:'),
      },
      [],
    ],
    [
      'Rails',
      {
        'lead[first_name]': 'Ada',
        'lead[last_name]': 'Lovelace',
        'lead[email]': email,
        'lead[phone_number]': phone,
        'lead[company_name]': company,
        'lead[message]': message,
        'lead[terms]': '1',
      },
      ['lead[terms]'],
    ],
    [
      'ASP.NET in Turkish',
      {
        ctl00$ContentPlaceHolder1$txtAdSoyad: text(name, ''),
        ctl00$ContentPlaceHolder1$txtEmail: text(email, ''),
        ctl00$ContentPlaceHolder1$txtTelefon: text(phone, ''),
        ctl00$ContentPlaceHolder1$txtFirma: text(company, ''),
        ctl00$ContentPlaceHolder1$txtMesaj: area(),
        ctl00$ContentPlaceHolder1$chkKvkk: box(),
      },
      ['ctl00$ContentPlaceHolder1$chkKvkk'],
    ],
    [
      'ASP.NET, two names, in capitals',
      {
        ctl00$main$TXTAD: text('Ada', 'ADINIZ'),
        ctl00$main$txtSoyad: text('Lovelace', 'SOYADINIZ'),
        ctl00$main$TXTMAIL: text(email, 'E-POSTA'),
        ctl00$main$txtGSM: text(phone, 'GSM'),
        ctl00$main$txtSirket: text(company, 'ŞİRKET'),
        ctl00$main$txtAciklama: text(message, 'AÇIKLAMA'),
      },
      [],
    ],
    [
      'Wix',
      {
        'comp-kz1a2b3c': text('Ada', 'First name'),
        'comp-kz1a2b3d': text('Lovelace', 'Last name'),
        'comp-kz1a2b3e': mail('Email'),
        'comp-kz1a2b3f': tel('Phone'),
        'comp-kz1a2b3g': text(company, 'Company name'),
        'comp-kz1a2b3h': area('Write a message'),
        'comp-kz1a2b3i': box('Yes, subscribe me to your newsletter.'),
      },
      ['Yes, subscribe me to your newsletter.'],
    ],
    [
      'JotForm',
      {
        'q3_name[prefix]': text('Mrs', 'Prefix'),
        'q3_name[first]': text('Ada', 'First Name'),
        'q3_name[last]': text('Lovelace', 'Last Name'),
        q4_email4: mail('example@example.com'),
        'q5_phoneNumber[full]': tel('Please enter a valid phone number.'),
        q6_company: text(company, ''),
        q7_message7: area(),
        'q8_typeA8[]': box('Marketing'),
      },
      [],
    ],
    [
      'Google Forms and others without names',
      {
        'entry.1000020': text(name, 'What is your full name?'),
        'entry.1000021': text(email, 'Email address'),
        'entry.1000022': text(phone, 'Contact number'),
        'entry.1000023': text(company, 'Organization'),
        'entry.1000024': area('How can we help you?'),
      },
      [],
    ],
    [
      'Drupal',
      {
        'submitted[name]': text(name, ''),
        'edit-submitted-e-mail': text(email, ''),
        'submitted[phone_no]': text(phone, ''),
        'submitted[organisation]': text(company, ''),
        'submitted[your_comments]': area(),
      },
      [],
    ],
    [
      'Joomla, with a box that asks for a copy',
      {
        'jform[contact_name]': text(name, ''),
        'jform[contact_email]': mail(),
        'jform[com_fields][telephone]': text(phone, ''),
        'jform[com_fields][company]': text(company, ''),
        'jform[contact_subject]': text('Prices', ''),
        'jform[contact_message]': area(),
        'jform[contact_email_copy]': box('Send a copy to yourself', '1'),
        'jform[consentbox]': box('', '1'),
      },
      ['jform[consentbox]'],
    ],
    [
      'Zoho',
      {
        Name_First: 'Ada',
        Name_Last: 'Lovelace',
        Email: email,
        PhoneNumber_countrycode: phone,
        SingleLine: text(company, 'Company Name'),
        MultiLine: area('Multi Line'),
        DecisionBox: box('I accept the Terms and Conditions'),
      },
      ['I accept the Terms and Conditions'],
    ],
    [
      'Typo3, German',
      {
        'tx_powermail_pi1[field][vorname]': text('Ada', 'Vorname'),
        'tx_powermail_pi1[field][nachname]': text('Lovelace', 'Nachname'),
        'tx_powermail_pi1[field][e_mail]': mail('E-Mail-Adresse'),
        'tx_powermail_pi1[field][telefonnummer]': tel('Telefonnummer'),
        'tx_powermail_pi1[field][firma]': text(company, 'Firma'),
        'tx_powermail_pi1[field][nachricht]': area('Ihre Nachricht'),
        'tx_powermail_pi1[field][datenschutz]': box('Ich stimme der Datenschutzerklärung zu'),
      },
      ['tx_powermail_pi1[field][datenschutz]'],
    ],
    [
      'French',
      {
        prenom: text('Ada', 'Prénom'),
        nom: text('Lovelace', 'Nom'),
        courriel: text(email, 'Adresse e-mail'),
        tel: tel('Téléphone'),
        societe: text(company, 'Société'),
        f6: area('Votre message'),
        f7: box("J'accepte la politique de confidentialité"),
      },
      ["J'accepte la politique de confidentialité"],
    ],
    [
      'Spanish labels',
      {
        a1: text(name, 'Nombre y apellidos'),
        a2: text(email, 'Correo electrónico*'),
        a3: text(phone, 'Teléfono móvil'),
        a4: text(company, 'Nombre de su empresa'),
        a5: area('Cuéntanos, ¿en qué podemos ayudarte?'),
        a6: box('He leído y acepto la política de privacidad'),
        a7: box('Quiero recibir la newsletter'),
      },
      ['He leído y acepto la política de privacidad', 'Quiero recibir la newsletter'],
    ],
    [
      'Spanish names',
      {
        'nombre-contacto': 'Ada',
        'apellidos-contacto': 'Lovelace',
        email_cliente: email,
        telefonoMovil: phone,
        nombreEmpresa: company,
        txtMensaje: message,
        acepto_privacidad: 'si',
        boletin: 'on',
      },
      ['acepto_privacidad', 'boletin'],
    ],
    [
      'Spanish, Argentina and Mexico',
      {
        apellido_y_nombre: name,
        mail: email,
        whatsapp: phone,
        'Empresa u organización': company,
        consulta: message,
      },
      [],
    ],
    [
      'Spanish placeholders',
      {
        'field-1': text(name, 'Escribe tu nombre'),
        'field-2': text(email, 'Tu mejor email'),
        'field-3': text(phone, 'Tu número de teléfono'),
        'field-4': text(company, 'Tu empresa'),
        'field-5': area('Escribe aquí tu mensaje…'),
      },
      [],
    ],
    [
      'Turkish labels',
      {
        f1: text(name, 'Adınız Soyadınız *'),
        f2: text(email, 'E-posta Adresi'),
        f3: text(phone, 'Cep Telefonu Numaranız'),
        f4: text(company, 'Firma Ünvanı'),
        f5: area('Mesajınız'),
        f6: box('KVKK Aydınlatma Metni’ni okudum, onaylıyorum'),
        f7: box('Ticari elektronik ileti almayı kabul ediyorum'),
      },
      ['KVKK Aydınlatma Metni’ni okudum, onaylıyorum', 'Ticari elektronik ileti almayı kabul ediyorum'],
    ],
    [
      'Turkish names',
      {
        AdSoyad: name,
        EPosta: email,
        cepTel: phone,
        sirketAdi: company,
        mesajiniz: message,
        acik_riza: 'on',
        sms_izin: box(),
        eposta_izni: 'evet',
      },
      ['acik_riza', 'sms_izin', 'eposta_izni'],
    ],
    [
      'Turkish, run together and inflected placeholders',
      {
        adi: text('Ada', 'Adınızı yazın'),
        soyadi: text('Lovelace', 'Soyadınızı yazın'),
        x1: text(email, 'E-posta adresinizi girin'),
        telno: text(phone, 'Telefonunuzu girin'),
        x2: text(company, 'Şirketinizin adı'),
        x3: area('Mesajınızı buraya yazabilirsiniz'),
      },
      [],
    ],
    [
      'Turkish, isim soyisim',
      {
        isimsoyisim: name,
        'e-mail': email,
        'İrtibat No': phone,
        'Çalıştığınız Kurum': company,
        Talebiniz: message,
        'Üyelik sözleşmesini kabul ediyorum': 'on',
      },
      ['Üyelik sözleşmesini kabul ediyorum'],
    ],
    [
      'English placeholders only',
      {
        text: text(name, 'Full name'),
        'text-2': text(email, 'Work email'),
        'text-3': text(phone, 'Best phone number to reach you'),
        'text-4': text(company, 'Where do you work? (company)'),
        textarea: area('Tell us about your project'),
      },
      [],
    ],
    [
      'WooCommerce',
      {
        billing_first_name: text('Ada', 'First name', { autocomplete: 'given-name' }),
        billing_last_name: text('Lovelace', 'Last name', { autocomplete: 'family-name' }),
        billing_company: text(company, 'Company name (optional)', { autocomplete: 'organization' }),
        billing_country: list('GB', 'Country / Region'),
        billing_address_1: text('1 Engine Street', 'Street address', { autocomplete: 'address-line1' }),
        billing_city: text('London', 'Town / City'),
        billing_postcode: text('N1 1AA', 'Postcode'),
        billing_phone: tel('Phone'),
        billing_email: mail('Email address'),
        order_comments: area('Order notes'),
        terms: box('I have read and agree to the website terms and conditions'),
      },
      ['terms'],
    ],
    [
      'names of one word run together',
      {
        yourname: name,
        youremail: email,
        contactphone: phone,
        companyname: company,
        yourmessage: message,
        agreetoterms: box('Agree'),
      },
      ['Agree'],
    ],
    [
      'autocomplete as people misuse it',
      {
        a: text('Ada', '', { autocomplete: 'first-name' }),
        b: text('Lovelace', '', { autocomplete: 'lastname' }),
        c: text(email, '', { autocomplete: 'email webauthn' }),
        d: text(phone, '', { autocomplete: 'mobile-number' }),
        e: text(company, '', { autocomplete: 'company-name' }),
        f: area(),
      },
      [],
    ],
  ] satisfies [string, TestForm, string[]][])('%s', (_, form, consents) =>
    expect(read(form)).toEqual({ ...ada, consents }),
  );
});

describe('a phone number in parts', () => {
  it.each([
    ['+34 600 000 000', { dial_code: list('+34'), phone: '600 000 000' }],
    ['+34 600 000 000', { 'phone-country-code': '0034', phone: '600 000 000' }],
    [
      '+34 600 000 000',
      {
        x: ['600 000 000', { autocomplete: 'tel-national' }],
        y: ['34', { autocomplete: 'tel-country-code' }],
      },
    ],
    ['+90 532 123 45 67', { ulke_kodu: list('Türkiye (+90)'), telefon: '532 123 45 67' }],
    ['+34 600000000', { SMS__COUNTRY_CODE: list('+34'), SMS: '600000000' }],
    ['+90 5321234567', { countryCode: list('TR', 'Country code'), phone: '5321234567' }],
    ['+905321234567', { phone_code: '90', phone: '905321234567' }],
    ['+44 20 7946 0000', { phone_code: '+90', phone }],
    ['+1 212 555-0100', { 'q5_phone[country]': '1', 'q5_phone[area]': '212', 'q5_phone[phone]': '555-0100' }],
    ['212 555-0100', { 'q5_phoneNumber[area]': '212', 'q5_phoneNumber[phone]': '555-0100' }],
    ['212-555-0100', { area_code: '212', phone: '212-555-0100' }],
    ['+34 911234567', { 'Código de país': '+34', 'Teléfono fijo': '911234567' }],
    ['600 000 000', { prefijo: 'Dra.', telefono: '600 000 000' }],
    ['600 000 000', { country: list('ES'), telefono: '600 000 000' }],
    ['600 000 000', { city_code: 'X17', telefono: '600 000 000' }],
    ['', { phone_code: '+34', phone: '' }],
  ] satisfies [string, TestForm][])('is %s of %j', (joined, form) => expect(read(form).phone).toBe(joined));
});

describe('what is taken for nothing', () => {
  it.each([
    [
      'names of things',
      {
        'Child’s name': 'X',
        mascota: text('Toby', 'Nombre de tu mascota'),
        f: text('X', 'Okul adı'),
        event_name: 'Fair',
      },
    ],
    [
      'other people',
      {
        friend_name: 'Bob',
        friend_email: mail(),
        a: text(phone, 'Emergency contact phone'),
        recipientEmail: email,
      },
    ],
    [
      'facts',
      {
        job_title: 'CEO',
        f1: text('12', 'Number of employees'),
        unvan: 'Müdür',
        'Kuruluş yılı': '1999',
        puesto: 'Jefa',
      },
    ],
    [
      'lists and boxes',
      {
        company: list('11-50'),
        'services[]': box('Marketing', 'Marketing'),
        email: list('sales@shop.test', 'Department'),
      },
    ],
    ['a button', { send_message: ['Send', { type: 'submit' }], name: ['Go', { type: 'submit' }] }],
    ['a subject', { subject: 'Prices', 'Mesaj konusu': 'Fiyat', asunto: 'Precios' }],
    ['an address', { adres: ['Sokak 1\nİstanbul', { type: 'textarea', label: 'Adresiniz' }] }],
    [
      'refusals',
      { newsletter: ['no', { type: 'radio' }], gdpr: ['false', { type: 'checkbox' }], terms: list('No') },
    ],
    [
      'text about consent',
      { privacy: text('What do you do with my data?', 'Privacy question'), newsletter: text('weekly', '') },
    ],
    ['salutations', { anrede: list('Frau'), name_prefix: 'Dr.', Title: 'Ms', hitap: 'Sayın' }],
    ['several addresses without a sign', { a: email, b: 'bob@example.com' }],
    [
      'numbers',
      {
        'Order number': ['123456789', { type: 'tel' }],
        vkn: text('1234567890', 'Vergi no'),
        cp: ['28001', { type: 'tel', label: 'C.P.' }],
      },
    ],
  ] satisfies [string, TestForm][])('%s', (_, form) => expect(read(form)).toEqual(nothing));
});

describe('which of several', () => {
  it('a field that asks for one of two takes what it was given', () => {
    const label = 'E-mail or phone';
    expect(read({ f1: text(email, label) })).toEqual({ ...nothing, email });
    expect(read({ f1: text('+34 600 000 000', label) })).toEqual({ ...nothing, phone: '+34 600 000 000' });
  });
  it('an e-mail address is one whatever its field is called, where it is the sole one', () => {
    expect(read({ username: email, company }).email).toBe(email);
    expect(read({ login: email, department: list('sales@shop.test') }).email).toBe(email);
    expect(read({ q1: email, friend: 'bob@example.com' }).email).toBe(email);
    expect(read({ a: email, b: 'bob@example.com' }).email).toBe('');
  });
  it('a phone number without a sign is one by its country code, where it is the sole one', () => {
    expect(read({ q1: '+34 600 000 000' }).phone).toBe('+34 600 000 000');
    expect(read({ q1: '600000000', q2: '+12' }).phone).toBe('');
    expect(read({ q1: '+34 600 000 000', q2: '+34 600 000 001' }).phone).toBe('');
  });
  it('the message is the box that says so, else the first of more lines than one', () => {
    const other: [string, object] = ['Ring twice', { type: 'textarea', label: 'Delivery' }];
    expect(read({ a: other, b: area('Message') }).message).toBe(message);
    expect(read({ a: other, b: area('') }).message).toBe('Ring twice');
    expect(read({ message: 'short', a: area('Anything else') }).message).toBe('short');
  });
  it('takes the value that fits, where a name has several', () => {
    expect(read({ email: ['', 'none', email], phone: ['mobile', '600 000 000'] })).toEqual({
      ...nothing,
      email,
      phone: '600 000 000',
    });
  });
  it('keeps a message of any length whole', () => {
    expect(read({ message: 'x'.repeat(10_000) }).message).toHaveLength(10_000);
  });
});

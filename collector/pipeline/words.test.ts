import { describe, expect, it } from 'vitest';
import { recognise } from './recognise.js';
import { fold } from './words.js';

const values: Record<string, string> = {
  email: 'ada@example.com',
  phone: '0532 123 45 67',
  name: 'Ada Lovelace',
  company: 'Engines',
  message: 'Line one\nLine two',
};

/** What a form with this one field tells, by the field's name or else its label. */
const told = (words: string, value: string, type: string, isLabel: boolean) => {
  const name = isLabel ? 'x' : words;
  const hints = { [name]: isLabel ? { type, label: words } : { type } };
  const found = recognise(new Map([[name, [value]]]), hints);
  return Object.entries(found)
    .filter(([, what]) => what.length > 0)
    .map(([meaning]) => meaning)
    .join();
};

const meant: [meaning: string, type: string, words: string[]][] = [
  [
    'email',
    'text',
    // biome-ignore format: a list of words
    ['Your Email', 'EMAIL_ADDRESS', 'emailId', 'txtEmailID', 'correo_electronico', 'Correo', 'e-posta_adresi', 'mailadresi', 'ePostaAdresi', 'contact-email', 'fldEmail', 'user_email', 'E-Mail (İş)', 'Company email', 'Şirket e-posta', 'Adresse e-mail', 'login e-mail'],
  ],
  [
    'phone',
    'text',
    // biome-ignore format: a list of words
    ['phoneNumber', 'mobile_no', 'contact_no', 'Contact Number', 'daytime_phone', 'cellular', 'Cell #', 'Ph. No', 'Telephone / Mobile', 'Número de celular', 'Nº de teléfono', 'Tel. móvil', 'Tlf', 'Teléfono/WhatsApp', 'Número de WhatsApp', 'Cep Numaranız', 'Cep', 'GSM Numarası', 'İletişim Numaranız', 'Tel No', 'Telefon Numarası (5XX)', '0(5__) ___ __ __', '+90 (___) ___ __ __', '555-555-5555', '(123) 456-7890', 'Company phone', 'Şirket telefonu', 'Teléfono de la empresa', 'Handynummer', 'Phone (with country code)'],
  ],
  [
    'name',
    'text',
    // biome-ignore format: a list of words
    ['full_name', 'fullName', 'fname', 'lname', 'surname', 'user[name]', 'user_name', 'contact[full_name]', 'customer_name', 'client-name', 'applicant_name', 'patient_name', 'attendee[0][name]', 'Contact Person', 'What’s your name?', 'Name and surname', 'First and last name', 'Last name / Family name', 'Nombre(s)', 'Nombres y Apellidos', 'Nombre y apellido', '¿Cómo te llamas?', 'Primer nombre', 'Apellido paterno', 'Primer apellido', 'Nombre y dos apellidos', 'Persona de contacto', 'Adı Soyadı', 'Ad-Soyad', 'Adınız, Soyadınız', 'İsminiz', 'İsim-Soyisim', 'İsminiz Soyisminiz', 'Yetkili Kişi', 'Firma yetkilisinin adı', 'Ad', 'Soyad', 'Müşteri Adı Soyadı', 'adi_soyadi', 'musteri_adi', 'Vor- und Nachname', 'Ihr Name', 'Nom et prénom', 'Prénom et nom', 'Votre nom', 'name1', '1name', 'txtAd'],
  ],
  [
    'company',
    'text',
    // biome-ignore format: a list of words
    ['Company / Organization', 'your-business', 'Business Name', 'Name of your company', 'Company you work for', 'Employer', 'Restaurant name', 'Empresa / Organización', 'Nombre de la empresa', 'Nombre de tu empresa', 'Nombre del negocio', 'Nombre de la organización', 'Institución', 'Nombre del restaurante', 'Nombre comercial', 'Firma Adı', 'Firma / Kurum', 'Firma Unvanı', 'sirket_unvani', 'Şirketinizin adı nedir?', 'İşyeri adı', 'Kuruluş Adı', 'Çalıştığınız firma', 'firmaAdi', 'Unternehmen', 'Nom de l’entreprise', 'Société'],
  ],
  [
    'message',
    'textarea',
    // biome-ignore format: a list of words
    ['Message', 'How can we help?', 'Your question', 'Additional information', 'Describe your project', 'What are you looking for?', 'Tell us about your company', 'Comentarios o preguntas', '¿En qué te podemos ayudar?', 'Descripción', 'Görüş ve önerileriniz', 'Size nasıl yardımcı olabiliriz?', 'body'],
  ],
  [
    'message',
    'text',
    // biome-ignore format: a list of words
    ['msg', 'comment', 'your_inquiry', 'enquiry', 'mensaje', 'Consulta', 'mesaj', 'aciklama', 'Notunuz', 'Ihre Nachricht'],
  ],
  [
    'consents',
    'checkbox',
    // biome-ignore format: a list of words
    ['consent', 'I agree to the terms', 'I have read and understood the privacy notice', 'By submitting this form you agree to our terms', 'Subscribe to our newsletter', 'Sign me up for updates', 'Keep me informed about offers', 'Yes, I would like to receive e-mails', 'GDPR Agreement *', 'You may contact me', 'agree-terms', 'optIn', 'marketing_opt_in', 'tos', 'tnc', 'privacyPolicyAccepted', 'Acepto', 'Acepto la política de privacidad y el aviso legal', 'Autorizo el tratamiento de mis datos', 'Doy mi consentimiento', 'Estoy de acuerdo con las condiciones', 'Sí, quiero suscribirme al boletín', 'Deseo recibir información comercial', 'Protección de datos', 'Política de cookies', 'rgpd', 'lopd', 'Okudum, onaylıyorum', 'KVKK metnini okudum ve kabul ediyorum', 'Açık rıza veriyorum', 'Kişisel verilerimin işlenmesine izin veriyorum', 'Kampanyalardan haberdar olmak istiyorum', 'E-bülten almak istiyorum', 'Gizlilik politikasını okudum', 'Üyelik sözleşmesi', 'Kullanım koşulları', 'eticaret_onay', 'Ich bin einverstanden', 'J’accepte'],
  ],
];

const meaningless: [type: string, value: string, words: string[]][] = [
  [
    'text',
    'Something',
    // biome-ignore format: a list of words
    ['username', 'Kullanıcı adı', 'Nombre de usuario', 'Company website', 'Company size', 'Company type', 'Company address', 'Company registration number', 'Şirket adresi', 'Şirket büyüklüğü', 'Firma web sitesi', 'Sector de la empresa', 'Tamaño de la empresa', 'Cargo en la empresa', 'CIF de la empresa', 'Job title', 'Department name', 'Product name', 'Domain name', 'Street name', 'Name of school', 'Pet’s name', 'Your child’s first name', 'Mother’s maiden name', 'Nombre del producto', 'Nombre de la mascota', 'Nombre del hijo', 'Ürün adı', 'Sokak adı', 'Okul adı', 'Çocuk adı soyadı', 'Adet', 'Adres', 'Adresiniz', 'Street Address', 'First visit?', 'First choice', 'Last visit', 'Subject', 'Asunto', 'Konu başlığı', 'Mesaj konusu', 'Message type', 'How did you hear about us?', 'Coupon code', 'Country code', 'Notes', 'Nickname', 'Middle name', 'LinkedIn profile', 'Twitter name', 'Instagram username', 'Brand name', 'File name', 'add', 'adid', 'ad_name', 'thread', 'utm_medium', 'form_name', 'csrf_token', 'Referred by', 'Recommended by', 'Credit terms', 'Privacy question', 'SMS code'],
  ],
  [
    'tel',
    '123456789',
    // biome-ignore format: a list of words
    ['Order number', 'Invoice number', 'Reference number', 'TC Kimlik No', 'Vergi Numarası', 'Número de pedido', 'Número de cuenta', 'Número de empleados', 'DNI', 'Budget', 'Presupuesto', 'Zip', 'Postcode', 'Posta kodu', 'Código postal', 'Fax', 'Date of birth', 'Doğum tarihi', 'Fecha de nacimiento'],
  ],
  ['text', '05/12/1990', ['00/00/0000', '__/__/____', 'dd-mm-yyyy']],
  [
    'text',
    'ada@example.com',
    ['Friend’s e-mail', 'E-mail of the recipient', 'Arkadaşının e-postası', 'Email de tu amigo'],
  ],
  [
    'checkbox',
    'on',
    // biome-ignore format: a list of words
    ['Send a copy to my e-mail', 'Marketing', 'Web design', 'Legal services', 'Medical conditions', 'Same as billing address', 'Remember me', 'I am a company', 'Phone', 'Mañana', 'Şirketim var', 'Demo istiyorum', 'I do not want to receive e-mails', 'No deseo recibir publicidad', 'İleti almak istemiyorum, kabul etmiyorum', 'marketing_opt_out', 'unsubscribe'],
  ],
  ['textarea', 'Street 1\nTown', ['Address', 'Adresiniz', 'Dirección de envío']],
];

describe('words of names and labels', () => {
  const cases = meant.flatMap(([meaning, type, list]) => list.map((words) => ({ meaning, type, words })));
  it.each(cases)('"$words" means $meaning', ({ meaning, type, words }) => {
    for (const isLabel of [true, false])
      expect(told(words, values[meaning] ?? 'on', type, isLabel)).toBe(meaning);
  });

  const others = meaningless.flatMap(([type, value, list]) => list.map((words) => ({ type, value, words })));
  it.each(others)('"$words" means nothing of a lead', ({ type, value, words }) => {
    for (const isLabel of [true, false]) expect(told(words, value, type, isLabel)).toBe('');
  });
});

it.each([
  ['billingFirst_Name2', 'billing first name 2'],
  ['Adınız', 'adiniz'],
  ['İSİM SOYİSİM', 'isim soyisim'],
  ['ctl00$Main$txtAdSoyad', 'ctl 00 main txt ad soyad'],
  ['contact[e-mail]', 'contact e mail'],
  ['Straße', 'strasse'],
  ['2name', '2 name'],
  ['field_3ad', 'field 3ad'],
  ['', ''],
])('folds %s to "%s"', (text, folded) => expect(fold(text)).toBe(folded));

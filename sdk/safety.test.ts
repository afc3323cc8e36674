import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hidden, isSecret, MASK, mask, maskUrl } from './safety.js';

/** Lone surrogates included. */
const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
});

describe('a field is secret by its names', () => {
  it.each([
    // Passwords.
    'password',
    'user_password',
    'newPassword',
    'password2',
    'passwordConfirm',
    'passwd',
    'pwd',
    'pass',
    'passcode',
    'user[password]',
    'Contraseña',
    'CONTRASEÑA',
    'contrasena',
    'şifre',
    'Şifreniz',
    'sifre',
    'Parola',
    'pin',
    'userPin',
    'user_pin',
    'card pin',
    // Codes.
    'otp',
    'totp',
    'loginOtp',
    'otp_1',
    'one-time-code',
    'oneTimeCode',
    'verification code',
    'verificationCode',
    'securityCode',
    'SMS code',
    'güvenlik kodu',
    'guvenlikKodu',
    'doğrulama kodu',
    'DOĞRULAMA KODU',
    'onay kodu',
    'código de seguridad',
    'codigo de verificación',
    // Cards.
    'cvv',
    'cvv2',
    'cvc2',
    'CSC',
    'cvvCode',
    'cardCvv',
    'user[cvv]',
    'cardNumber',
    'card-number',
    'creditCardNumber',
    'Card number:',
    'Card No.',
    'cc_number',
    'cc-exp-month',
    'cc-given-name',
    'cc-csc',
    'cardExp',
    'Card expiration',
    'expiry cc-exp',
    'kart numarası',
    'Kart Numaranız',
    'Kredi Kartı No',
    'kartNo',
    // Ids.
    'ssn',
    'customerSsn',
    'Social Security Number',
    'IBAN',
    'accountIban',
    'TCKN',
    'tckn',
    'TC No',
    'TC Kimlik No',
    'tcKimlikNo',
    'T.C. Kimlik',
    'T.C. Kimlik No',
    'T.C. Kimlik Numarası',
    'DNI',
    'NIE',
    'NIF',
    'DNI/NIE',
    'dni_nie',
  ])('%s', (name) => {
    expect(isSecret(name)).toBe(true);
    expect(isSecret(`${name} ; field_7`)).toBe(true);
    expect(isSecret(`field_7 ; ${name}`)).toBe(true);
  });

  it.each([
    '',
    'experience',
    'years_of_experience',
    'compass',
    'passenger',
    'passengers',
    'pass_type',
    'passport_country',
    'passport country',
    'pincode',
    'Pin code',
    'company',
    'discount code',
    'promo code',
    'promoCode',
    'coupon code',
    'country code',
    'area code',
    'postcode',
    'zip code',
    'posta kodu',
    'indirim kodu',
    'kampanya kodu',
    'ülke kodu',
    'código postal',
    'código promocional',
    'expected date',
    'accno',
    'account number',
    'cctv cameras',
    'engine cc',
    'business card',
    'gift card message',
    'card holder preference',
    'cardholder name',
    'card notes',
    'number of cards',
    'postcard',
    'kart sahibi',
    'kart tipi',
    'tarjeta nombre',
    'success',
    'opinion',
    'options',
    'opt in',
    'shipping',
    'shopping',
    'nickname',
    'spinning',
    'Pinterest',
    'dining',
    'dinner',
    'niece',
    'ibanez',
    'iberia',
    'keywords',
    'account',
    'scanner',
    'T&C',
    'CV upload',
    'wi-fi required',
  ])('not: %s', (name) => {
    expect(isSecret(name)).toBe(false);
    expect(isSecret(`${name} ; field_7`)).toBe(false);
    expect(isSecret(`field_7 ; ${name}`)).toBe(false);
  });

  it('looks at each of several names, and at none across them', () => {
    expect(isSecret('field_7 ; CVV')).toBe(true);
    expect(isSecret('pass ; Season')).toBe(true);
    expect(isSecret('season ; type')).toBe(false);
    expect(isSecret('card ; number')).toBe(false);
    expect(isSecret('onay ; kodu')).toBe(false);
    expect(isSecret('')).toBe(false);
  });

  it('is whatever a name may be', () => {
    fc.assert(
      fc.property(fc.array(anyText), (names) => {
        expect(isSecret(names.join(' ; '))).toBeTypeOf('boolean');
      }),
    );
  });
});

describe('numbers are masked by their checksums', () => {
  it.each([
    ['4111111111111111', '****'],
    ['4111 1111 1111 1111', '****'],
    ['4111-1111-1111-1111', '****'],
    ['4111.1111.1111.1111', '****'],
    ['4111–1111–1111–1111', '****'],
    ['4111\u00a01111\n1111\t1111', '****'],
    ['4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1', '****'],
    ['my card is 4111 1111 1111 1111, thanks', 'my card is ****, thanks'],
    ['5 times 4111 1111 1111 1111 12 26', '5 times **** 12 26'],
    ['two: 5555555555554444 378282246310005', 'two: **** ****'],
    ['4111111111111111,5555555555554444', '****,****'],
    ['3782 822463 10005', '****'],
    ['card:6011000990139424', 'card:****'],
    ['2223003122003222', '****'],
    ['TR33 0006 1005 1978 6457 8413 26', '****'],
    ['tr330006100519786457841326 please', '**** please'],
    ['pay to GB82 WEST 1234 5698 7654 32 today', 'pay to **** today'],
    ['ES9121000418450200051332', '****'],
    ['TC: 10000000146', 'TC: ****'],
    ['ssn 219-09-9999.', 'ssn ****.'],
    ['219 09 9999', '****'],
    ['DNI 12345678Z', 'DNI ****'],
    ['12.345.678-z', '****'],
    ['NIE X1234567L y más', 'NIE **** y más'],
    ['4111-1111-1111-1111-2026-11', '****-2026-11'],
    ['on 2026-11-21, 4111111111111111', 'on 2026-11-21, ****'],
  ])('%j', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    '4111 1111 1111 1112',
    '+90 532 123 45 67',
    '+1 415 555 2671 1234',
    '+49 1511 2345678',
    '0532 123 45 67',
    'barcode 8690524123452',
    'order 1234567890123456',
    '1700000000000',
    'IMEI 356938035643809',
    '10000000147',
    '1000 0000 146',
    '900-12-3456',
    '000-12-3456',
    '666-12-3456',
    '219099999',
    '12345678A',
    'X1234567A y más',
    'TR33 0006 1005 1978 6457 8413 27',
    'SW12 8AA please call tomorrow',
    'from 2026-11-21 to 2026-12-24, 10-30 people',
    '3.14159265358979',
    '1-2.3–4 5-6.7–8 9-1.2–3',
    '',
  ])('not: %j', (text) => {
    expect(mask(text)).toBe(text);
  });

  it('but not a phone number that has the checksum of a national id', () => {
    expect(mask('10000000146')).toBe(MASK);
    expect(mask('10000000146', true)).toBe('10000000146');
    expect(mask('219-09-9999', true)).toBe('219-09-9999');
    expect(mask('4111 1111 1111 1111', true)).toBe(MASK);
    expect(mask('12345678Z', true)).toBe(MASK);
  });

  it.each([
    ['words', 'lorem ipsum '.repeat(800)],
    ['groups', '1 2 3 '.repeat(1_600)],
    ['cards', '4111 1111 1111 1111 '.repeat(500)],
    ['one group', '1a'.repeat(5_000)],
    ['letters', 'a'.repeat(10_000)],
    ['signs', '+1-'.repeat(3_000)],
  ])('quickly in a long text of %s', (_, text) => {
    const started = performance.now();
    mask(text);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('a URL is masked', () => {
  it.each([
    ['https://x.com/?password=x&q=1', 'https://x.com/?password=****&q=1'],
    ['https://x.com/?q=1&user_password=a%20b', 'https://x.com/?q=1&user_password=****'],
    ['?password=a&password=b', '?password=****&password=****'],
    ['https://x.com/?password=a=b#top', 'https://x.com/?password=****#top'],
    ['https://x.com/#password=x&q=1', 'https://x.com/#password=****&q=1'],
    ['https://x.com/#/reset?otp=123', 'https://x.com/#/reset?otp=****'],
    ['https://x.com/?user[cvv]=123#pin=3', 'https://x.com/?user[cvv]=****#pin=****'],
    ['https://x.com/?user%5Bpassword%5D=a', 'https://x.com/?user%5Bpassword%5D=****'],
    ['https://x.com/?card+number=12', 'https://x.com/?card+number=****'],
    ['https://x.com/?%C5%9Fifre=ab', 'https://x.com/?%C5%9Fifre=****'],
    ['https://x.com/?contrase%C3%B1a=ab', 'https://x.com/?contrase%C3%B1a=****'],
    ['mailto:a@b.co?password=x', 'mailto:a@b.co?password=****'],
    ['https://x.com/pay/4111111111111111/done', 'https://x.com/pay/****/done'],
    ['https://x.com/?m=4111-1111-1111-1111&q=1', 'https://x.com/?m=****&q=1'],
    ['https://x.com/#tckn-10000000146', 'https://x.com/#tckn-****'],
    ['https://x.com/?a=10000000146&b=DE89370400440532013000', 'https://x.com/?a=****&b=****'],
  ])('%s', (url, masked) => {
    expect(maskUrl(url)).toBe(masked);
  });

  it.each([
    '',
    'https://x.com/',
    'https://x.com/?password',
    'https://x.com/?password=&q=1',
    'https://x.com/password/reset?q=password',
    'https://x.com/?utm_source=a&gclid=Cj0KCQiA1234567890123456&ref=b#/prices?tab=2',
    'https://x.com/?promo_code=A1&zip=34000&passengers=2',
    // Keys to something are taken out by the collector, which knows more of them.
    'https://x.com/#access_token=abc&state=1',
    'https://x.com/2026/11/21/order-1234567890123456',
    'tel:+905321234567',
  ])('not: %s', (url) => {
    expect(maskUrl(url)).toBe(url);
  });
});

describe('for all texts', () => {
  const digit = fc.integer({ min: 0, max: 9 });
  const digits = (length: number) =>
    fc.array(digit, { minLength: length, maxLength: length }).map((all) => all.join(''));
  const letters = (signs: string, minLength: number, maxLength: number) =>
    fc.string({ unit: fc.constantFrom(...signs), minLength, maxLength });
  const word = letters('abcdefghijklmnopqrstuvwxyzçğıöşüñáéÇĞİ', 1, 12);
  const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '));
  /** Cuts into groups of the sizes, of which the last one is repeated. */
  const grouped = (text: string, separator: string, sizes: number[]): string => {
    const groups: string[] = [];
    for (let at = 0, i = 0; at < text.length; i++) {
      const size = sizes[Math.min(i, sizes.length - 1)] as number;
      groups.push(text.slice(at, at + size));
      at += size;
    }
    return groups.join(separator);
  };
  const separator = fc.constantFrom(' ', '-', '.', '–', '\u00a0');
  /** Puts another digit in the place of one. */
  const changed = (text: string, place: number, by: number): string => {
    const places = [...text].flatMap((sign, i) => (/\d/.test(sign) ? [i] : []));
    const at = places[place % places.length] as number;
    return `${text.slice(0, at)}${(Number(text[at]) + by) % 10}${text.slice(at + 1)}`;
  };
  const place = fc.nat(40);
  const by = fc.integer({ min: 1, max: 9 });

  /** Written down once more, the other way round than in the code: the check digit from the rest. */
  const luhn = (rest: string): string => {
    let sum = 0;
    for (const [i, sign] of [...rest].reverse().entries()) {
      const twice = Number(sign) * (i % 2 ? 1 : 2);
      sum += Math.floor(twice / 10) + (twice % 10);
    }
    return `${rest}${(10 - (sum % 10)) % 10}`;
  };
  const visa = digits(14).map((rest) => luhn(`4${rest}`));
  const mastercard = fc
    .tuple(fc.oneof(fc.integer({ min: 5100, max: 5599 }), fc.integer({ min: 2221, max: 2720 })), digits(11))
    .map(([prefix, rest]) => luhn(`${prefix}${rest}`));
  const card = fc.oneof(visa, mastercard);

  const kimlik = fc.tuple(fc.integer({ min: 1, max: 9 }), digits(8)).map(([first, rest]) => {
    const nine = [...`${first}${rest}`].map(Number);
    const sumFrom = (from: number) => nine.reduce((sum, each, i) => (i % 2 === from ? sum + each : sum), 0);
    const tenth = (((sumFrom(0) * 7 - sumFrom(1)) % 10) + 10) % 10;
    return `${nine.join('')}${tenth}${(sumFrom(0) + sumFrom(1) + tenth) % 10}`;
  });
  const dniLetter = (number: string) => 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(number) % 23];
  const dni = digits(8).map((number) => number + dniLetter(number));
  const nie = fc
    .tuple(fc.nat(2), digits(7))
    .map(([first, rest]) => `${'XYZ'[first]}${rest}${dniLetter(`${first}${rest}`)}`);
  const iban = fc
    .tuple(
      letters('ABCDEFGHIJKLMNOPQRSTUVWXYZ', 2, 2),
      letters('0123456789', 6, 16),
      letters('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', 5, 14),
    )
    .map(([country, first, second]) => {
      const number = [...`${first}${second}${country}00`].map((sign) => Number.parseInt(sign, 36)).join('');
      return `${country}${String(98n - (BigInt(number) % 97n)).padStart(2, '0')}${first}${second}`;
    });

  it('never throws, and masks once', () => {
    const likely = fc.constantFrom(...'0123456789012345678901234567890123456789 -.–+aTRxyz*=&?#\ud800İ');
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: likely, maxLength: 80 })), (text) => {
        for (const run of [mask, maskUrl]) expect(run(run(text))).toBe(run(text));
        expect(mask(mask(text, true), true)).toBe(mask(text, true));
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves words without digits alone', () => {
    fc.assert(
      fc.property(fc.oneof(words, anyText), (text) => {
        fc.pre(!/\d/.test(text));
        expect(mask(text)).toBe(text);
      }),
    );
  });

  it('leaves fewer than nine digits and letters in a row alone', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(99_999_999), word)), (pairs) => {
        const text = pairs.map(([number, said]) => `${number}, ${said}; `).join('');
        expect(mask(text)).toBe(text);
      }),
    );
  });

  it('masks cards in any grouping among words', () => {
    fc.assert(
      fc.property(
        words,
        card,
        separator,
        fc.constantFrom<number[]>([16], [4], [6, 10], [4, 6, 6], [8]),
        words,
        (before, number, sign, sizes, after) => {
          expect(mask(`${before} ${grouped(number, sign, sizes)} ${after}`)).toBe(
            `${before} ${MASK} ${after}`,
          );
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('masks cards among other numbers', () => {
    const noise = fc.array(fc.oneof(word, fc.nat(99_999).map(String)), { maxLength: 6 });
    fc.assert(
      fc.property(noise, card, noise, (before, number, after) => {
        const masked = mask([...before, grouped(number, ' ', [4]), ...after].join(' '));
        // Of a longer number that is valid by chance, the card is a part, or has one.
        expect(masked).toContain(MASK);
        expect(masked.replace(/\D/g, '')).not.toContain(number);
      }),
      { numRuns: 1_000 },
    );
  });

  it('leaves cards with a wrong digit alone', () => {
    fc.assert(
      fc.property(words, card, place, by, (before, number, at, more) => {
        const text = `${before} ${changed(number, at, more)}`;
        expect(mask(text)).toBe(text);
      }),
    );
  });

  it.each([
    ['T.C. kimlik', kimlik],
    ['DNI', dni],
    ['NIE', nie],
    ['IBAN', iban],
  ])('masks %s numbers, and leaves those with a wrong digit alone', (_, numbers) => {
    fc.assert(
      fc.property(words, numbers, words, place, by, (before, number, after, at, more) => {
        // A letter that follows may belong to a number by chance, so what follows is told apart; eight characters
        // on their own are the known bug below.
        const tail = number.length > 9 || /^\d/.test(number) ? `, ${after}` : ` 0000, ${after}`;
        expect(mask(`${before} ${number}${tail}`)).toBe(`${before} ${MASK}${tail}`);
        expect(mask(`${before} ${number.toLowerCase()}${tail}`)).toBe(`${before} ${MASK}${tail}`);
        const wrong = `${before} ${changed(number, at, more)}${tail}`;
        expect(mask(wrong)).toBe(wrong);
      }),
      { numRuns: 500 },
    );
  });

  it('masks IBANs in groups', () => {
    fc.assert(
      fc.property(words, iban, separator, words, (before, number, sign, after) => {
        expect(mask(`${before} ${grouped(number, sign, [4])}, ${after}`)).toBe(`${before} ${MASK}, ${after}`);
      }),
    );
  });
});

describe('what was missed once', () => {
  it.each(['PIN:', 'pin *', 'user[pin]', 'user[pass]', 'Pass:'])('secret: %s', (name) => {
    expect(isSecret(name)).toBe(true);
  });

  it.each(['GÜVENLİK KODU', 'KİMLİK NO'])('secret in capitals: %s', (name) => {
    expect(isSecret(name)).toBe(true);
  });

  it.each(['SMS kodu', 'Onay kodu'])('secret: %s', (name) => {
    expect(isSecret(name)).toBe(true);
  });

  it.each(['Bus pass with meals', 'Compass width', 'Üyelik kodu', 'Etkinlik kodu', 'Uygulama kodu'])(
    'not secret: %s',
    (name) => {
      expect(isSecret(name)).toBe(false);
    },
  );

  it.each(['X1234567L', 'NIE: X1234567L.'])('a NIE: %s', (text) => {
    expect(mask(text)).toContain(MASK);
  });

  it.each(['https://x.com/?m=4111+1111+1111+1111', 'https://x.com/?m=4111%201111%201111%201111'])(
    'masked: %s',
    (url) => {
      expect(maskUrl(url)).toContain(MASK);
    },
  );

  it('a long URL is masked quickly', () => {
    const started = performance.now();
    maskUrl(`https://x.com/#${'a'.repeat(40_000)}`);
    expect(performance.now() - started).toBeLessThan(100);
  });
});

describe('names word by word, in each language', () => {
  it.each([
    'cv2',
    'CV2',
    'card_cv2',
    'cvn',
    'card_cvn',
    'cardCvc',
    'stripe_cvc',
    'kart_cvc',
    'cvcNumber',
    'cardcvc',
    '2fa',
    '2fa_code',
    'twofa 2FA',
    'mfa',
    'mfa_code',
    'mfaToken',
    'auth_code',
    'authCode',
    'authentication code',
    'Authenticator code',
    'authorization code',
    'access code',
    'accessCode',
    'login_otp',
    'código SMS',
    'codigo_sms',
    'Código de acceso',
    'código de autenticación',
    'Código de confirmación',
    'clave',
    'Clave:',
    'clave_acceso',
    'clave de acceso',
    'Nueva clave',
    'tu clave',
    'su clave',
    'usuario_clave',
    'confirmar clave',
    'contraseña',
    'Contraseña actual',
    'CONTRASEÑA NUEVA',
    'repetir_contrasena',
    'PIN',
    'Pin kodu',
    'PIN KODUNUZ',
    'pin_no',
    'PIN number',
    'código PIN',
    'atm_pin',
    'customer_pin',
    'sms pin',
    'Kart PIN',
    'ŞİFRE',
    'SİFRE',
    'Yeni Şifre',
    'şifre tekrar',
    'ŞİFRENİZ',
    'SMS ŞİFRESİ',
    'DOĞRULAMA KODUNUZ',
    'Güvenlik kodunu giriniz',
    'güvenlik anahtarı',
    'Onay kodunuz',
    'sms_kodu',
    'tek kullanımlık kod',
    'Mot de passe',
    'mot_de_passe',
    'Passwort',
    'Passwort bestätigen',
    'Pass\u00adwort',
    'Kennwort',
    'kennwort_neu',
    'senha',
    'nova_senha',
    'Parola',
    "parola d'ordine",
    'old_pass',
    'new_pass',
    'userPass',
    'confirm_pass',
    'T.C. KİMLİK NO',
    'kimlik_no',
    'nie',
    'NIE:',
    'nie_number',
    'dni_nie',
    'Número de NIE',
    'numero_nie',
    'nif',
    'NIF',
    'nif_number',
    'número de tarjeta',
    'numero_tarjeta',
    'tarjetaNumero',
    'security key',
    'onetimecode',
    'sms-code',
    'securitycode',
    'verificationcode',
  ])('secret: %s', (name) => {
    expect(isSecret(name)).toBe(true);
    expect(isSecret(` ; field_7 ; ${name}`)).toBe(true);
  });

  it.each([
    'cc_email',
    'cc',
    'CC',
    'ccEmail',
    'cc_me',
    'cc_recipients',
    'cc_list',
    'cc_address',
    'mapPin',
    'map_pin',
    'map pin',
    'drop_pin',
    'location pin',
    'lapel_pin',
    'pin_color',
    'pinLocation',
    'pinned',
    'pins',
    'ski_pass',
    'ski pass',
    'bus_pass',
    'season pass',
    'boarding_pass',
    'day pass',
    'museumPass',
    'pass_holder',
    'passport',
    'passport_number',
    'Dlaczego nie teraz?',
    'nie wiem',
    'Nie, dziękuję',
    'tak/nie',
    'noch nie',
    'War noch nie da',
    'Warum nicht? nie',
    'cif',
    'CIF',
    'CIF/NIF',
    'NIF/CIF',
    'nif empresa',
    'nif_empresa',
    'NIF de la empresa',
    'empresa_nif',
    'company_vat',
    'palabra clave',
    'palabras clave',
    'puntos clave',
    'fecha_clave',
    'mensaje clave',
    'clave catastral',
    'clave de producto',
    'anahtar kelime',
    'anahtar teslim',
    'oda anahtarı',
    'keyword',
    'key account',
    'code',
    'kod',
    'código',
    'codigo_cliente',
    'código de país',
    'código de descuento',
    'código de barras',
    'class_code',
    'order_code',
    'author_code',
    'accessory code',
    'accessories',
    'booking code',
    'voucher_code',
    'error code',
    'secure coding course',
    'dress_code',
    'qr code',
    'ürün kodu',
    'okul kodu',
    'müşteri kodu',
    'renk kodu',
    'referans kodu',
    'sipariş no',
    'order number',
    'order_no',
    'phone number',
    'mobile number',
    'cvs_store',
    'cv',
    'cv_file',
    'cv 2',
    'CV2026 file name',
    'recv',
    'curriculum',
    'business card',
    'loyalty card type',
    'tarjeta regalo',
    'nombre tarjeta',
    'laptop',
    'footprint',
    'authors',
    'authority',
    'timezone',
    'time slot',
    'confirm email',
    'confirm_email',
    'verified',
    'SMS consent',
    'sms_optin',
    'sms_consent',
    'security deposit',
    'securityGuards',
    'motel',
    'motor de gasolina',
    'remote',
    'diseño',
    'resenha',
    'address2',
    'fax',
    'nif_factura_empresa',
    'compass',
    'passive income',
    'surpass',
  ])('innocent: %s', (name) => {
    expect(isSecret(name)).toBe(false);
    expect(isSecret(`${name} ; field_7`)).toBe(false);
  });
});

describe('numbers are found however they are written', () => {
  it.each([
    '4111  1111  1111  1111',
    '4111/1111/1111/1111',
    '4111 - 1111 - 1111 - 1111',
    '4111 -- 1111 / 1111\r\n1111',
    '4111_1111_1111_1111',
    '4111·1111•1111—1111',
    '4111\u00a01111\u202f1111\u20091111',
    '４１１１ １１１１ １１１１ １１１１',
    '𝟒𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏',
    '4111\u200b1111\u200d1111\ufeff1111',
    '41\u00ad11 111\u20601 1111 1111',
    '4-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1',
    '1000\u200b0000146',
    '１０００００００１４６',
    'DE89\u00a03704 - 0044/0532  0130 00',
    '219 - 09 - 9999',
    '219/09/9999',
    '12 345 678 / Z',
    'X-1.234.567-L',
  ])('%j', (text) => {
    expect(mask(text)).toBe(MASK);
    expect(mask(`no ${text} thanks`)).toBe(`no ${MASK} thanks`);
  });

  it.each([
    'ISBN 9783064062344, please',
    '978-3-16-148410-0',
    '9791032305690',
    '05321234567',
    '+14155552671',
    '+86 13800138000',
    '+49 10000000146',
    'el 21/11/2026 a las 10:00, el 22/11/2026 y el 23-11-2026 e',
    '30.000,00 - 35.000,00',
    '600 123 456 / 601 234 567',
    '0532 123 45 67 / 0533 765 43 21',
    '415 555 2671 415 555 2672',
    '41.008237 28.978358',
    'in 24 hours please call us at 10 or 12',
    '  ２ × ½ — ﬁne…  e\u0301 \u200b',
  ])('not: %j', (text) => {
    expect(mask(text)).toBe(text);
  });

  it('what is masked once stays as it is, and what is not comes back as it was', () => {
    const sign = fc.constantFrom(...'0123456789012345678901234567890123456789 -/.,_+*aXZ４１０\u200b\u00a0é');
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 60 }), fc.boolean(), (text, phone) => {
        const masked = mask(text, phone);
        expect(mask(masked, phone)).toBe(masked);
        if (!masked.includes(MASK)) expect(masked).toBe(text);
      }),
      { numRuns: 3_000 },
    );
  });

  it('whatever a page makes of the methods of arrays', () => {
    const methods = [
      'reduce',
      'map',
      'filter',
      'some',
      'every',
      'indexOf',
      'includes',
      'find',
      'forEach',
    ] as const;
    const kept = methods.map((name) => [name, Array.prototype[name]] as const);
    const results: unknown[] = [];
    try {
      for (const [name] of kept) Array.prototype[name] = (() => undefined) as never;
      for (const text of ['4111 1111 1111 1111', 'DE89370400440532013000', '10000000146', '12345678Z'])
        results[results.length] = mask(text);
      results[results.length] = isSecret('x ; cvv');
      results[results.length] = maskUrl('?pin=1');
    } finally {
      for (const [name, method] of kept) Array.prototype[name] = method as never;
    }
    expect(results).toEqual([MASK, MASK, MASK, MASK, true, `?pin=${MASK}`]);
  });

  it.each([
    ['singles', '1 2 3 '],
    ['pairs', '12 34 56 '],
    ['fours', '1234 5678 '],
    ['nearly cards', '4111 1111 1111 1112 '],
    ['nearly IBANs', 'DE89 3704 0044 0532 0130 01 '],
  ])('in 10,000 characters of %s within milliseconds', (_, text) => {
    const long = text.repeat(10_000 / text.length);
    let best = Infinity;
    for (let run = 0; run < 20; run++) {
      const started = performance.now();
      mask(long);
      best = Math.min(best, performance.now() - started);
    }
    // 3 ms on a quiet machine.
    expect(best).toBeLessThan(50);
  });
});

describe('what a form left out does not come back in an address', () => {
  it.each([
    ['?user%5Bpin%5D=1&q=2', '?user%5Bpin%5D=****&q=2'],
    ['?card%5Bnumber%5D=1', '?card%5Bnumber%5D=****'],
    ['?%70assword=x', '?%70assword=****'],
    ['?card+number%=12', '?card+number%=****'],
    ['?m=%EF%BC%94111%2F1111%2F1111%2F1111', '?m=****'],
    ['?a=%E0%A4%A&b=100%', '?a=%E0%A4%A&b=100%'],
    ['?next=%2Freset%3Fpassword%3Dhunter2&q=2', '?next=****&q=2'],
    ['?a=%3Fb%3D%253Fpin%253D1#r=%23otp%3D2', '?a=****#r=****'],
    ['?next=%2Fcart%3Fitem%3D1', '?next=%2Fcart%3Fitem%3D1'],
    ['?m=4111+1111+1111+1112', '?m=4111+1111+1111+1112'],
  ])('%s', (url, masked) => {
    expect(maskUrl(url)).toBe(masked);
  });

  it('in an address that goes on for ever', () => {
    expect(maskUrl(`/${'?a='.repeat(50_000)}`)).toBe('/?a=****');
  });

  it('by the exact names of its fields', () => {
    for (const name of ['note one', 'user[note]', '__proto__']) hidden.add(name);
    expect(maskUrl('https://x.com/?note+one=a&user%5Bnote%5D=b&__proto__=c#note%20one=d')).toBe(
      'https://x.com/?note+one=****&user%5Bnote%5D=****&__proto__=****#note%20one=****',
    );
    expect(maskUrl('?note=a&Note+One=b&constructor=c')).toBe('?note=a&Note+One=b&constructor=c');
  });
});

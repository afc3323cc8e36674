import { describe, expect, it } from 'vitest';
import { clean, mask } from './safety.js';

describe('a field is secret by its names', () => {
  it.each([
    'password',
    'user_password',
    'newPassword',
    'passwd',
    'pwd',
    'pass',
    'user[pass]',
    'Contraseña',
    'şifre',
    'Parola',
    'cvv',
    'cvc2',
    'CSC',
    'cardNumber',
    'card-number',
    'creditCardNumber',
    'cc_number',
    'cc-exp-month',
    'cc-given-name',
    'cardExp',
    'expiry cc-exp',
    'otp',
    'one-time-code',
    'verification code',
    'SMS code',
    'doğrulama kodu',
    'código de seguridad',
    'ssn',
    'Social Security Number',
    'IBAN',
    'tckn',
    'TC Kimlik No',
    'tcKimlikNo',
    'T.C. Kimlik',
    'DNI',
    'dni_nie',
    'pin',
  ])('%s', (name) => {
    expect(clean('1234', name)).toBeUndefined();
  });

  it.each([
    'experience',
    'years_of_experience',
    'compass',
    'passenger',
    'passengers',
    'pass_type',
    'passport_country',
    'pincode',
    'Pin code',
    'company',
    'discount code',
    'postcode',
    'zip code',
    'código postal',
    'expected date',
    'accno',
    'cctv cameras',
    'business card',
    'success',
    'opinion',
    'shipping',
    'nickname',
    'spinning',
    'dining',
    'ibanez',
    'keywords',
    'account',
    'scanner',
  ])('not: %s', (name) => {
    expect(clean('1234', name)).toBe('1234');
  });

  it('looks at each of several names', () => {
    expect(clean('123', 'field_7', 'CVV')).toBeUndefined();
    expect(clean('123', 'pass', 'Season')).toBeUndefined();
    expect(clean('123', 'season', 'type')).toBe('123');
  });
});

describe('numbers are masked by their checksums', () => {
  it.each([
    ['4111111111111111', '****'],
    ['4111 1111 1111 1111', '****'],
    ['4111-1111-1111-1111', '****'],
    ['4111.1111.1111.1111', '****'],
    ['my card is 4111 1111 1111 1111, thanks', 'my card is ****, thanks'],
    ['5 times 4111 1111 1111 1111 12 26', '5 times **** 12 26'],
    ['two: 5555555555554444 378282246310005', 'two: **** ****'],
    ['card:6011000990139424', 'card:****'],
    ['TR33 0006 1005 1978 6457 8413 26', '****'],
    ['tr330006100519786457841326 please', '**** please'],
    ['pay to GB82 WEST 1234 5698 7654 32 today', 'pay to **** today'],
    ['ES9121000418450200051332', '****'],
    ['TC: 10000000146', 'TC: ****'],
    ['ssn 219-09-9999.', 'ssn ****.'],
    ['DNI 12345678Z', 'DNI ****'],
    ['12.345.678-z', '****'],
    ['NIE X1234567L y más', 'NIE **** y más'],
  ])('%s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    '4111 1111 1111 1112',
    '+90 532 123 45 67',
    '+1 415 555 2671 1234',
    '0532 123 45 67',
    'order 1234567890123456',
    '1700000000000',
    'IMEI 356938035643809',
    '10000000147',
    '900-12-3456',
    '12345678A',
    'TR33 0006 1005 1978 6457 8413 27',
    'SW12 8AA please call tomorrow',
    'from 2026-11-21 to 2026-12-24, 10-30 people',
    '3.14159265358979',
  ])('not: %s', (text) => {
    expect(mask(text)).toBe(text);
  });

  it('leaves a phone number that has the checksum of a national id', () => {
    expect(clean('10000000146', 'phone')).toBe('10000000146');
    expect(clean('10000000146', 'message')).toBeUndefined();
  });

  it('leaves out a value that is nothing but a secret', () => {
    expect(clean(' 4111 1111 1111 1111. ', 'notes')).toBeUndefined();
    expect(clean('', 'notes')).toBe('');
  });

  it('stays quick on a long text of digits', () => {
    const started = performance.now();
    mask('1 2 3 '.repeat(1_600));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

// What must never leave the browser. Names are compared word by word and numbers by their checksums, so that
// "experience", "compass" or an order number stay what they are. English, Spanish and Turkish.
// No lookbehind in any expression: Safari < 16.4 refuses the whole script.

/**
 * Cuts a name into plain words: `cardNumber`, `card_number` and `Card number:` are all ` card number `. Letters
 * beyond English ones become gaps, which is what the dots below stand for (contraseña, şifre).
 */
const words = (name: string): string =>
  ` ${name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, ' ')
    .trim()} `;

/** `pass` alone is a kind of ticket unless the name ends with it, and `pin code` a postal code in India. */
const PASSWORD = '\\w*(pass ?(wor[dt]|wd|code)|pwd|contrase..?a|ifre|parola)\\w*|(pass|pin)(?= (;|$))';
const CODE =
  't?otp|(one time|sms|security|verification) ?code|(g.venlik|do.rulama) kodu|c.digo de (seg|ver)\\w+';
/** Also what HTML's `autocomplete` has: cc-number, cc-exp-month, cc-given-name. */
const CARD_NAME = 'cv[cv]2?|csc|((credit)?card|cc) ?(n(o|r|um\\w*)|exp\\w*|cv\\w)|cc( \\w+)+';
const ID_NAME = 'iban|ssn|social ?security|tc(kn)?|\\w*kimlik\\w*|dni|nie|nif';
const SECRET_NAME = new RegExp(` (${PASSWORD}|${CODE}|${CARD_NAME}|${ID_NAME}) `);

/** Issuers' prefixes and lengths (ISO/IEC 7812): IMEIs and millisecond timestamps stay out. */
const CARD = /^(3[47]\d{13}|[2-69](\d{12,13}|\d{15,18}))$/;

/** ISO/IEC 7812-1, annex B (Luhn): from the right every second digit counts twice, 10 and more as their digit sum. */
const isCard = (digits: string): boolean =>
  CARD.test(digits) &&
  [...digits].reduce(
    (sum, digit, i) => sum + Number((digits.length - i) % 2 ? digit : '0246813579'[+digit]),
    0,
  ) %
    10 ===
    0;

/** Turkish T.C. kimlik: the tenth digit checks the first nine, the eleventh the first ten. */
const isKimlik = (text: string): boolean => {
  let tenth = 0;
  let eleventh = 0;
  for (let i = 0; i < 10; i++) {
    tenth += Number(text[i]) * Number('7979797970'[i]);
    eleventh += Number(text[i]);
  }
  return /^[1-9]\d{10}$/.test(text) && text.endsWith(`${tenth % 10}${eleventh % 10}`);
};

/** US SSN as it is written; nine bare digits have no checksum and are only known by the field's name. */
const SSN = /^(?!000|666|9)\d{3}([ -])\d\d\1\d{4}$/;

/** ISO 13616: the country and check digits go last, letters count as 10 to 35, and the rest by 97 is 1. */
const isIban = (text: string): boolean =>
  /^[a-z]{2}\d\d\w{11,30}$/i.test(text) &&
  [...(text.slice(4) + text.slice(0, 4))].reduce(
    (rest, sign) => +`${rest}${Number.parseInt(sign, 36)}` % 97,
    0,
  ) === 1;

/** Spanish DNI and NIE: the letter is the number by 23; X, Y and Z stand for 0, 1 and 2. */
const isDni = (text: string): boolean =>
  /^[\dxyz]\d{7}[a-z]$/i.test(text) &&
  'TRWAGMYFPDXBNJZSQVHLCKE'[
    +text.slice(0, 8).replace(/\D/, (sign) => `${Number.parseInt(sign, 36) - 33}`) % 23
  ] === text.slice(8).toUpperCase();

/** What stands in the place of a number that was taken out of a text. */
const MASK = '****';
/** Of groups and what separates them; no number that we look for is written in more. */
const PARTS_MAX = 39;

/**
 * Masks card numbers, IBANs and national ids in a text. They are looked for among neighbouring groups of digits, the
 * longest first, and a group is taken as a whole or not at all.
 *
 * @param phone phone numbers have the checksum of a national id by chance, once in a hundred
 */
export const mask = (value: string, phone = false): string =>
  value.replace(/\+?[a-z]{0,2}\d([\s.–-]?[a-z\d]){8,}/gi, (run) => {
    const parts = run.split(/([^a-z\d]+)/i);
    for (let start = 0; start < parts.length; start += 2) {
      // After a plus comes a phone number.
      for (let size = parts[start - 1] === '+' ? 0 : PARTS_MAX; size > 0; size -= 2) {
        const written = parts.slice(start, start + size).join('');
        const text = written.replace(/[^a-z\d]/gi, '');
        if (
          isCard(text) ||
          isIban(text) ||
          isDni(text) ||
          (!phone && (isKimlik(written) || SSN.test(written)))
        ) {
          parts.splice(start, size, MASK);
        }
      }
    }
    return parts.join('');
  });

/**
 * What may leave of a field's value: the value, masked, or undefined when nothing of it may.
 *
 * @param names what the page calls the field
 * @example clean('my card is 4111 1111 1111 1111', 'message') // 'my card is ****'
 */
export function clean(value: string, ...names: string[]): string | undefined {
  const called = names.map(words).join(';');
  if (SECRET_NAME.test(called)) return undefined;
  const masked = mask(value, /phone|tel|mobile|gsm|cep/.test(called));
  return masked === value || /[\p{L}\d]/u.test(masked) ? masked : undefined;
}

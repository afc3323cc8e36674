// What must never leave the browser. Names are compared word by word and numbers by their checksums, so that
// "experience", "compass" or an order number stay what they are. English, Spanish and Turkish.
// No lookbehind in any expression: Safari < 16.4 refuses the whole script.

/** `pass` alone is a kind of ticket unless the name ends with it, and `pin code` a postal code in India. */
const PASSWORD = '\\w*(pass ?(w[od]|code)|pwd|contrase|ifre|parola)\\w*|p(ass|in)(?= ;)';
const CODE =
  't?otp|(time|sms|(secur|verif)\\w+) ?code|\\w*(venl.k|rulama|onay|sms) kodu|c.digo de (seg|ver)\\w+';
/** Also what HTML's `autocomplete` has: cc-number, cc-exp-month, cc-given-name. */
const CARD = 'c(v[cv]|sc)|((credit)?card|kart|cc) ?(n([or]|um\\w*)|(exp|cv)\\w*)|cc \\w+';
const ID = 'iban|ssn|social ?sec\\w+|tc(kn)?|\\w*k.ml.k\\w*|dni|ni[ef]';
const SECRET = new RegExp(` (${PASSWORD}|${CODE}|${CARD}|${ID}) `, 'i');

/**
 * Whether something called so holds a secret. The names are cut into plain words: `cardNumber`, `card_number` and
 * `Card number:` are all ` card number `. Letters beyond English ones become gaps, which is what the dots above stand
 * for (güvenlik, código).
 */
export const isSecret = (...names: string[]): boolean =>
  SECRET.test(` ${names.join(' ; ')} ; `.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[^a-z;]+/gi, ' '));

/** What stands in the place of a number that was taken out of a text. */
export const MASK = '****';
/** Of letters and digits; no number that we look for is written in more. */
const GROUPS_MAX = 20;

/**
 * Issuers' prefixes and lengths (ISO/IEC 7812-1: IMEIs and millisecond timestamps stay out), and its annex B (Luhn):
 * from the right every second digit counts twice, 10 and more as their digit sum.
 */
const isCard = (text: string): boolean =>
  /^(3[47]\d{13}|[2-69](\d{12,13}|\d{15,18}))$/.test(text) &&
  sumOf(text, (digit, i) => ((text.length - i) % 2 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2));

const sumOf = (text: string, weigh: (digit: number, i: number) => number): boolean =>
  [...text].reduce((sum, digit, i) => sum + weigh(+digit, i), 0) % 10 === 0;

/** Turkish T.C. kimlik: the tenth digit checks the first nine, the eleventh the first ten. */
const isKimlik = (text: string): boolean =>
  /^[1-9]\d{10}$/.test(text) &&
  sumOf(text, (digit, i) => digit * (i < 9 ? 7 + 2 * (i % 2) : i < 10 ? 9 : 0)) &&
  sumOf(text, (digit, i) => digit * (i < 10 ? 1 : 9));

/** US SSN as it is written; nine bare digits have no checksum and are only known by the field's name. */
const SSN = /^(?!000|666|9)\d{3}-\d\d-\d{4}$/;

/** ISO 13616: the country and check digits go last, letters count as 10 to 35, and the rest by 97 is 1. */
const isIban = (text: string): boolean =>
  /^[A-Z]{2}\d\d\w{11,30}$/.test(text) &&
  [...(text.slice(4) + text.slice(0, 4))].reduce((rest, sign) => +`${rest}${parseInt(sign, 36)}` % 97, 0) ===
    1;

/** Spanish DNI and NIE: the letter is the number by 23; X, Y and Z stand for 0, 1 and 2. */
const isDni = (text: string): boolean =>
  /^[\dXYZ]\d{7}[A-Z]$/.test(text) &&
  'TRWAGMYFPDXBNJZSQVHLCKE'[+text.slice(0, 8).replace(/\D/, (sign) => `${'XYZ'.indexOf(sign)}`) % 23] ===
    text[8];

/**
 * Masks card numbers, IBANs and national ids in a text. They are looked for among neighbouring groups of digits, the
 * longest first, and a group is taken as a whole or not at all.
 *
 * @param phone phone numbers have the checksum of a national id by chance, once in a hundred
 */
export const mask = (value: string, phone?: boolean): string =>
  value.replace(/\+?[a-z]{0,2}\d([\s.–-]?[a-z\d]){7,}/gi, (run) => {
    // The first one of a phone number keeps its plus, and so is none of these.
    const groups = run.split(/[\s.–-]/);
    for (let start = 0; start < groups.length; start++) {
      for (let size = GROUPS_MAX; size; size--) {
        const some = groups.slice(start, start + size);
        const written = some.join('-');
        const text = some.join('').toUpperCase();
        if (
          isCard(text) ||
          isIban(text) ||
          isDni(text) ||
          (!phone && (isKimlik(written) || SSN.test(written)))
        )
          groups.splice(start, size, MASK);
      }
    }
    return groups.includes(MASK) ? groups.join(' ') : run;
  });

/** In a query a space is a plus or %20, a plus alone a phone's; its secrets are known by their names, as fields are. */
export const maskUrl = (url: string): string =>
  mask(url.replace(/(\d)(\+|%20)/g, '$1 ')).replace(/([?&#][^&#=]+)=[^&#]+/g, (pair, name) =>
    isSecret(name) ? `${name}=${MASK}` : pair,
  );
export const hideInUrls = (names: string[]): void => {};

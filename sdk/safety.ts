// What must never leave the browser. Names are compared word by word and numbers by their checksums, so that
// "experience", "compass" or an order number stay what they are. English, Spanish and Turkish, and the passwords of some
// neighbours.
// No lookbehind in any expression: Safari < 16.4 refuses the whole script. And no method of arrays that old libraries
// replace (Prototype.js, MooTools, Sugar): a check that fails for that lets everything through.

/** Signs as they are read: no full-width digits, nothing invisible in between; as NFKD also no accents. */
const plain = (text: string, form: string): string =>
  text.normalize(form).replace(/\p{Cf}|[\u0300-\u036f]/gu, '');

// Words in a row, each followed by one space, so that a space is the edge of a word. Names begin and end with a semicolon.
const PASSWORD = 'pass ?(w[od]|code|phr)|pwd|contrase|sifre|parola|kennw|mot ?de| senha';
/**
 * Words that are innocent among others (a ski pass, a map's pin, a keyword is a `palabra clave`, "no" is `nie` in Polish,
 * and a company's NIF no secret): they end a name, alone or after words that leave no doubt.
 */
const ALONE =
  ' (;|us\\w+|n[eu]\\w+|old|confi\\w+|tu|su|de) (pass|clave|ni[ef]) (;|num)|; (?!map|loc|drop|lap)(\\w+ )*pin (;|n[ou]|kod)';
/**
 * What a code is for, before the word or after it; without such a word it may be of a promotion, a country, a product.
 * The list is there twice, since brotli makes that smaller than a name for it: both are the same.
 */
const CODE =
  '(sms|time|acces(?!so)|aut(en|h(?!or ))|se[cg]ur|verif|confirm|venlik|rulama|onay|ml.k)\\w* ?([ck]od(?!i)|key|anahtar)|' +
  ' (clave|cod\\w+) (de )?(sms|time|acces(?!so)|aut(en|h(?!or ))|se[cg]ur|verif|confirm|venlik|rulama|onay|ml.k)|' +
  'otp | [2m]fa';
/** Also what HTML's `autocomplete` has: cc-number, cc-exp-month, cc-given-name. */
const CARD = 'c[cv]v|cvc|(card|kart|tarjeta| cc) ?(n([or] |um)|exp)|num\\w* (de )?tarj| cc (\\w+ )?nam';
const ID = 'social ?sec|k.ml.k| (cv[2n]|csc|iban|ssn|dni|tc(kn)?) ';
const SECRET = new RegExp(`${PASSWORD}|${ALONE}|${CODE}|${CARD}|${ID}`, 'i');

/**
 * Whether something called so holds a secret; of several names ` ; ` stands between two. They are cut into plain words:
 * `cardNumber`, `card_number` and `Card number:` are all ` card number `. Of Turkish letters ı becomes a gap, which is what the dots above stand for.
 */
export const isSecret = (names: string): boolean =>
  SECRET.test(
    plain(` ; ${names} ;`, 'NFKD')
      .replace(/[a-z](?=[A-Z])/g, '$& ')
      .replace(/(cv2)(?!\d)|([^a-z2;]|2(?!fa))+/gi, '$1 '),
  );

/** What stands in the place of a number that was taken out of a text. */
export const MASK = '****';

const sumOf = (text: string, weigh: (digit: number, i: number) => number): boolean => {
  let sum = 0;
  text.replace(/./g, (digit, i) => (sum += weigh(+digit, i)) as never);
  return sum % 10 === 0;
};

/**
 * Issuers' prefixes and lengths (ISO/IEC 7812-1), and its annex B (Luhn): from the right every second digit counts
 * twice, 10 and more as their digit sum.
 */
const isCard = (text: string): boolean =>
  /^(3[47]?\d{13}|4\d{12}|[2-69]\d{15}(\d{3})?)$/.test(text) &&
  sumOf(text, (digit, i) => ((text.length - i) % 2 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2));

/** Turkish T.C. kimlik: the tenth digit checks the first nine, the eleventh the first ten. */
const isKimlik = (text: string): boolean =>
  /^[1-9]\d{10}$/.test(text) &&
  sumOf(text, (digit, i) => (i > 9 ? 0 : i % 2 ? digit * 9 : digit * 7)) &&
  sumOf(text, (digit, i) => (i > 9 ? digit * 9 : digit));

/** US SSN as it is written; nine bare digits have no checksum and are only known by the field's name. */
const SSN = /^(?!000|666|9)\d{3}(\D+)\d\d\1\d{4}$/;

/** ISO 13616: the country and check digits go last, letters count as 10 to 35, and the rest by 97 is 1. */
const isIban = (text: string): boolean => {
  let rest = 0;
  // As it is written, so that a letter moves what is before it by two digits.
  for (const sign of text.slice(4) + text.slice(0, 4)) rest = +`${rest}${parseInt(sign, 36)}` % 97;
  return rest === 1;
};

/** Spanish DNI and NIE: the letter is the number by 23; X, Y and Z stand for 0, 1 and 2. A date has other groups. */
const isDni = (text: string, written: string): boolean =>
  /^[\dXYZ]\W*\d\W*\d{3}\W*\d{3}\W*[A-Z]$/i.test(written) &&
  'TRWAGMYFPDXBNJZSQVHLCKE'[+text.slice(0, 8).replace(/\D/, (sign) => 'XYZ'.indexOf(sign) as never) % 23] ===
    text[8];

/** With the country and check digits together: two short words before a number are many. */
const IBAN = /^[a-z]{2}\d\d/i;
/** One digit at a time is one group. A phone number with its plus is one as well, and so is none of what we look for. */
const GROUP = /(\+\d{1,3} ?\d+|\d(?:\W{1,3}\d\b)+|[a-z\d]+)/i;
/** What may go on, by letters and digits up to here. */
const BEGINNING = /^([XYZ]?\d{0,18}|[A-Z]{2}\d\d\w{0,30})$/;

/**
 * Masks card numbers, IBANs and national ids in a text. They are looked for among neighbouring groups, whatever separates
 * them, the longest first, and a group is taken as a whole or not at all. A text without any comes back as it was.
 *
 * @param phone phone numbers have the checksum of a national id by chance, once in a hundred
 */
export const mask = (value: string, phone?: boolean): string => {
  // Groups at odd places, with what separates them in between. All that we look for has seven digits or more.
  const parts = /(\p{N}\P{N}*){7}/u.test(value) ? plain(value, 'NFKC').split(GROUP) : [];
  let masked: unknown;
  for (let start = 1; start in parts; start += 2) {
    let end = 0;
    let text = '';
    let written = '';
    for (let at = start; at in parts; at += 2) {
      written += parts[at];
      text += (parts[at] as string).replace(/\W/g, '').toUpperCase();
      if (
        text[8] &&
        // Cards are not written in twos and threes; amounts, dates and phone numbers are.
        ((isCard(text) && !/\b\d\d\d?\D+\d/.test(written)) ||
          (text[14] && IBAN.test(written) && isIban(text)) ||
          isDni(text, written) ||
          (!phone && (isKimlik(written) || SSN.test(written))))
      )
        end = at + 1;
      written += parts[at + 1];
      if (
        /[,*\u00c0-\u1fff]/.test(parts[at + 1] as string) ||
        !BEGINNING.test(text) ||
        (text[8] && text < 'A' && !(parts[at] as string)[3])
      )
        break;
    }
    if (end) masked = parts.splice(start, end - start, MASK);
  }
  return masked ? parts.join('') : value;
};

/** Fields that were left out of a form: where it is sent by GET, the next address names them. */
export const hidden = new Set<string>();

const INNER_MAX = 500;
/** Secrets in a query are known by their names, as fields are. */
export const maskUrl = (url: string): string =>
  mask(
    url.replace(/([?&#][^?&#=]+=)[^&#]+/g, (pair, head) => {
      // A value may be an address itself; one that is longer than any of ours goes as a whole.
      for (const [name, value] of new URLSearchParams(pair.slice(1)))
        if (isSecret(name) || hidden.has(name) || maskUrl(value.slice(0, INNER_MAX)) !== value)
          return head + MASK;
      return pair;
    }),
  );

// What must never leave the browser. Names are compared word by word and numbers by their checksums, so that
// "experience", "compass" or an order number stay what they are. English, Spanish and Turkish, with a few words of their
// neighbours.
// No lookbehind in any expression: Safari < 16.4 refuses the whole script. No method of arrays that old libraries
// replace (Prototype.js, MooTools, Sugar): a check that they break would let everything through.

/** As letters and digits are meant: no full-width ones, nothing invisible between them; as NFKD also without accents. */
const plain = (text: string, form: string): string =>
  text.normalize(form).replace(/[\p{Cf}\u0300-\u036f]/gu, '');

const PASSWORD = 'pass ?(w[od]|code)|pwd|contrase|sifre|parola|kennw|mot ?de|\\bsenha';
const ALONE =
  '(;|us\\w+|n[eu]\\w+|old|confi\\w+|tu|su|de) (pass|clave|ni[ef]) (;|num)|; (?!map|loc|drop|lap)(\\w+ )*pin (;|n[ou]|kod)';
const FOR = '(sms|time|acces(?!so)|auth(?!or )|se[cg]ur|verif|confirm|venlik|rulama|onay|ml.k)';
const CODE = `${FOR}\\w* ?([ck]od(?!i)|key|anahtar)|\\b(clave|cod\\w+) (de )?${FOR}|otp\\b|\\b[2m]fa`;
const CARD =
  'cv[cv]|(card|kart|tarjeta|\\bcc) ?(n([or]\\b|um)|exp)|num\\w* (de )?tarj|\\bcc (\\w+ )?nam';
const ID = 'social ?sec|k.ml.k|\\b(cv[2n]|csc|iban|ssn|dni|tc(kn)?)\\b';
const SECRET = new RegExp(`${PASSWORD}|${ALONE}|${CODE}|${CARD}|${ID}`, 'i');

export const isSecret = (...names: string[]): boolean =>
  SECRET.test(
    plain(`; ${names.join(' ; ')} ;`, 'NFKD')
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/(cv2|2fa)|[^a-z;]+/gi, '$1 '),
  );

/** What stands in the place of a number that was taken out of a text. */
export const MASK = '****';

const sumOf = (text: string, weigh: (digit: number, i: number) => number): boolean => {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += weigh(+(text[i] as string), i);
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
  sumOf(text, (digit, i) => digit * +('79797979790'[i] as string)) &&
  sumOf(text, (digit, i) => digit * +('11111111119'[i] as string));

/** US SSN as it is written; nine bare digits have no checksum and are only known by the field's name. */
const SSN = /^(?!000|666|9)\d{3}(\D+)\d\d\1\d{4}$/;

/** ISO 13616: the country and check digits go last, letters count as 10 to 35, and the rest by 97 is 1. */
const isIban = (text: string): boolean => {
  let rest = 0;
  for (const sign of text.slice(4) + text.slice(0, 4)) rest = +`${rest}${parseInt(sign, 36)}` % 97;
  return rest === 1;
};

/** Spanish DNI and NIE: the letter is the number by 23; X, Y and Z stand for 0, 1 and 2. */
const isDni = (text: string): boolean =>
  'TRWAGMYFPDXBNJZSQVHLCKE'[+text.slice(0, 8).replace(/\D/, (sign) => `${'XYZ'.indexOf(sign)}`) % 23] ===
  text[8];

export const mask = (value: string, phone?: boolean): string => {
  const parts = plain(value, 'NFKC').split(/(\+\d{1,3} ?\d+|\d(?:\W{1,3}\d\b)+|[a-z\d]+)/i) as string[];
  let masked;
  for (let start = 1; start in parts; start += 2) {
    let end = 0;
    let text = '';
    let written = '';
    for (let at = start; at < start + 20 && at in parts; at += 2) {
      written += parts[at];
      text += parts[at].replace(/\W/g, '').toUpperCase();
      if (
        (isCard(text) && !/\b\d\d\d?\D+\d/.test(written)) ||
        (text[14] && /^[a-z]{2}\d\d/i.test(written) && isIban(text)) ||
        (/^[\dXYZ]\W*\d\W*\d{3}\W*\d{3}\W*[A-Z]$/i.test(written) && isDni(text)) ||
        (!phone && (isKimlik(written) || SSN.test(written)))
      )
        end = at + 1;
      written += parts[at + 1];
      if (/[,*\u00c0-\u1fff]/.test(parts[at + 1])) break;
    }
    if (end) {
      parts.splice(start, end - start, MASK);
      masked = true;
    }
  }
  return masked ? parts.join('') : value;
};

const hidden = new Set<string>();

/** Fields that were left out of a form: where it is sent by GET, the next address names them. */
export const hideInUrls = (names: string[]): void => {
  for (const name of names) hidden.add(name);
};

/** Secrets in a query are known by their names, as fields are. */
export const maskUrl = (url: string): string =>
  mask(
    url.replace(/([?&#][^?&#=]+=)[^&#]+/g, (pair, head) => {
      for (const [name, value] of new URLSearchParams(pair.slice(1)))
        if (isSecret(name) || hidden.has(name) || mask(value) !== value) return head + MASK;
      return pair;
    }),
  );

import { isEmail } from '../identity/identifiers.js';
import type { Identity } from './step.js';

interface Hint {
  type?: string | undefined;
  autocomplete?: string | undefined;
  label?: string | undefined;
}

type Meaning = 'email' | 'phone' | 'company' | 'first' | 'last' | 'name';

/** Standard autocomplete tokens, the surest sign (HTML, "autofill detail tokens"). */
const byAutocomplete: Record<string, Meaning> = {
  email: 'email',
  tel: 'phone',
  'tel-national': 'phone',
  organization: 'company',
  name: 'name',
  'given-name': 'first',
  'family-name': 'last',
};

/**
 * Words of names and labels in English, Spanish and Turkish, folded to plain letters (see `fold`). In this order:
 * "company name" is a company, "first name" a first name, "user name" nobody's name.
 */
const byWords: [Meaning | undefined, RegExp][] = [
  ['email', /\b(e ?mail|mail|correo|correo electronico|e ?posta|eposta)\b/],
  ['phone', /\b(tel|phone|telephone|mobile|cell|telefono|movil|celular|telefon|cep|gsm|whatsapp)\b/],
  [
    'company',
    /\b(company|organi[sz]ation|business|employer|empresa|compania|organizacion|sirket|firma|kurum|kurulus)\b/,
  ],
  [
    undefined,
    /\b(user ?name|login|kullanici|usuario|domain|product|urun|producto|file|dosya|coupon|event)\b/,
  ],
  [
    'first',
    /\b(first ?name|f ?name|given ?name|forename|primer nombre|ad|adi|adiniz|isim|ismi|isminiz)\b(?!.*\b(soyad|soyadi|soyadiniz|soyisim)\b)/,
  ],
  [
    'last',
    /^(?!.*\b(ad|adi|adiniz|isim|isminiz|nombre)\b).*\b(last ?name|l ?name|surname|family ?name|apellidos?|soyad|soyadi|soyadiniz|soyisim)\b/,
  ],
  ['name', /\b(name|full ?name|nombre|nombre completo|ad soyad|adi soyadi|adiniz soyadiniz|isim soyisim)\b/],
];

/**
 * Finds who filled in a form: by autocomplete token, then by input type, then by the words of its names and labels,
 * and for the e-mail last by the look of the values.
 *
 * @example recognise(new Map([['your-email', ['ada@example.com']]]), {}) // { email: 'ada@example.com', … }
 */
export function recognise(
  fields: Map<string, string[]>,
  hints: Record<string, Hint>,
): Omit<Identity, 'customer'> {
  const found: Partial<Record<Meaning, { value: string; strength: number }>> = {};
  for (const [name, [value = '']] of fields) {
    const text = value.trim();
    if (!text) continue;
    const { meaning, strength } = meaningOf(name, hints[name] ?? {});
    if (
      !meaning ||
      (meaning === 'email' && !isEmail(text)) ||
      (meaning === 'phone' && !/\d{5}/.test(text.replace(/\D/g, '')))
    )
      continue;
    if (strength > (found[meaning]?.strength ?? 0)) found[meaning] = { value: text.slice(0, 200), strength };
  }
  const get = (meaning: Meaning) => found[meaning]?.value ?? '';
  return {
    email: get('email') || soleEmail(fields),
    phone: get('phone'),
    company: get('company'),
    name:
      get('name') && get('last') && !get('first')
        ? `${get('name')} ${get('last')}`
        : get('name') || `${get('first')} ${get('last')}`.trim(),
  };
}

function meaningOf(
  name: string,
  { type, autocomplete, label }: Hint,
): { meaning: Meaning | undefined; strength: number } {
  const token = autocomplete?.toLowerCase().split(/\s+/).at(-1) ?? '';
  if (Object.hasOwn(byAutocomplete, token)) return { meaning: byAutocomplete[token], strength: 4 };
  if (type === 'email') return { meaning: 'email', strength: 3 };
  if (type === 'tel') return { meaning: 'phone', strength: 3 };
  for (const [words, strength] of [
    [name, 2],
    [label ?? '', 1],
  ] as const) {
    const folded = fold(words);
    const match = byWords.find(([, pattern]) => pattern.test(folded));
    if (match) return { meaning: match[0], strength };
  }
  return { meaning: undefined, strength: 0 };
}

/** "billingFirst_Name" and "Adınız" to plain lower-case words: "billing first name", "adiniz". */
function fold(text: string): string {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/ı/g, 'i')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The one value that is an e-mail address as a whole, whatever its field is called. */
function soleEmail(fields: Map<string, string[]>): string {
  const emails = [...fields.values()]
    .flat()
    .map((value) => value.trim())
    .filter(isEmail);
  return new Set(emails).size === 1 ? (emails[0] ?? '') : '';
}

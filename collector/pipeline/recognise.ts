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

const FIRST = 'first ?name|f ?name|given ?name|forename|primer nombre|adiniz|isminiz';
const LAST = 'last ?name|l ?name|surname|family ?name|apellidos?|soyad|soyadi|soyadiniz|soyisim|soy isim';
/** Words that mean a name only at the end: "q3 name first", but neither "ad id" nor "last order". */
const FIRST_AT_END = 'first|ad|adi|isim|ismi';
const END = '( (\\d+|required|optional|obligatorio|opcional|zorunlu))*$';

/** What else has a name. */
const THING =
  'domain|host|product|producto|urun|file|archivo|dosya|coupon|event|form|page|campaign|site|city|street|country|state|school|project|proje|proyecto|list|plan|course|item|bank|pet|usuario';

/**
 * Words of names and labels in English, Spanish and Turkish, folded to plain letters (see `fold`). In this order:
 * "company name" is a company, "first name" a first name, "user name" nobody's name.
 */
const byWords: [Meaning | undefined, RegExp][] = [
  [undefined, /\b(friends?|recipient|emergency|amigos?|destinatario|arkadas\w*|alici)\b/],
  ['email', /\b(e ?mail|mail|email ?address|correo|e ?posta\w*)\b/],
  [
    'phone',
    /\b(tel|phones?|phone ?number|telephone|mobile|mobile ?phone|cell|cell ?phone|contact (number|no)|telefono|tlf|tfno|movil|celular|telefon\w*|cep|gsm|whatsapp)\b/,
  ],
  [
    undefined,
    /\b(user ?name|nick ?name|login|kullanici|middle|maiden|mother|father|segundo nombre|anne|baba|madre|padre)\b/,
  ],
  [
    undefined,
    new RegExp(`\\b(${THING}) ?(name|ad|adi|ismi)\\b|\\bnombre( de| del)?( la| el)? (${THING})\\b`),
  ],
  // Facts about a company other than what it is called.
  [
    undefined,
    /\b(size|website|web|url|type|address|sector|industry|revenue|role|tax|vat|cif|nif|direccion|tamano|cargo|adres\w*|vergi|sektor\w*|buyuklu\w*|calisan|about|hear|how|why|describe)\b/,
  ],
  [
    'company',
    /\b(company|company ?name|organi[sz]ation|business|employer|empresa|nombre ?empresa|compania|organizacion|negocio|razon social|sirket\w*|firma\w*|kurum\w*|kurulus\w*)\b/,
  ],
  ['first', new RegExp(`^(?!.*\\b(${LAST})\\b).*\\b((${FIRST})\\b|(${FIRST_AT_END})${END})`)],
  ['last', new RegExp(`^(?!.*\\b(${FIRST}|${FIRST_AT_END}|nombres?)\\b).*\\b((${LAST})\\b|last${END})`)],
  [
    'name',
    new RegExp(
      `\\b(name|full ?name|your ?name|nombres?|ad ?soyad|isim ?soyisim|yetkili|(${FIRST}|${FIRST_AT_END})( ve)? (${LAST}))\\b`,
    ),
  ],
];

/** Numbers that a numeric keyboard (`type=tel`) is often asked for, and that are no phone's. */
const OTHER_NUMBER =
  /\b(zip|post ?code|postal|posta kodu|codigo|code|kod|tax|vat|vergi|card|kart|quantity|cantidad|adet|amount|date|birth|year|age|id|dni|nif|tc|fax)\b/;

/** Controls whose value is one of the form's own words rather than the visitor's. */
const CHOICE = /^(checkbox|radio|file|select-one|select-multiple|range|color|date)$/;

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
    name: joinName(get('name'), get('first'), get('last')),
  };
}

/** First and last name are surer than a field just called "name", which in Spanish is the first one beside a last. */
function joinName(name: string, first: string, last: string): string {
  if (first && last) return `${first} ${last}`;
  if (name && last && !name.endsWith(last)) return `${name} ${last}`;
  return name || first || last;
}

function meaningOf(
  name: string,
  { type, autocomplete, label }: Hint,
): { meaning: Meaning | undefined; strength: number } {
  const token = autocomplete?.toLowerCase().split(/\s+/).at(-1) ?? '';
  if (Object.hasOwn(byAutocomplete, token)) return { meaning: byAutocomplete[token], strength: 4 };
  if (type === 'email') return { meaning: 'email', strength: 3 };
  const [byName, byLabel] = [wordsOf(name), wordsOf(label ?? '')];
  if (type === 'tel' && !OTHER_NUMBER.test(`${fold(name)} ${fold(label ?? '')}`))
    return { meaning: 'phone', strength: 3 };
  if (CHOICE.test(type ?? '')) return { meaning: undefined, strength: 0 };
  // Site builders call many a field just "name"; its label tells which.
  const isVague = byName?.meaning === 'name' && byLabel?.meaning !== undefined;
  if (byName && !isVague) return { meaning: byName.meaning, strength: 2 };
  return { meaning: byLabel?.meaning, strength: 1 };
}

/** Undefined where the words say nothing; a meaning of undefined where they say that it is nobody's. */
function wordsOf(text: string): { meaning: Meaning | undefined } | undefined {
  const folded = fold(text);
  const match = byWords.find(([, pattern]) => pattern.test(folded));
  return match && { meaning: match[0] };
}

/** "billingFirst_Name2" and "Adınız" to plain lower-case words: "billing first name 2", "adiniz". */
function fold(text: string): string {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
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

import type { FieldHint } from '../../schemas/events/form_submit.js';
import { isEmail } from '../identity/identifiers.js';
import { dialDigits } from './phone_parts.js';
import { type Meaning, whole } from './vocabulary.js';
import { fold, meaningOfWords } from './words.js';

/** Standard autocomplete tokens, the surest sign (HTML, "autofill detail tokens"). */
const byAutocomplete: Record<string, Meaning> = {
  email: 'email',
  tel: 'phone',
  'tel-national': 'phone',
  'tel-local': 'phone',
  'tel-country-code': 'dial',
  'tel-area-code': 'area',
  organization: 'company',
  name: 'name',
  'given-name': 'first',
  'family-name': 'last',
  'additional-name': 'nobody',
  'honorific-prefix': 'nobody',
  'honorific-suffix': 'nobody',
  'organization-title': 'nobody',
  nickname: 'nobody',
  'street-address': 'nobody',
  'postal-code': 'nobody',
};

/** Numbers that a numeric keyboard (`type=tel`) is often asked for, and that are no phone's. */
const OTHER_NUMBER = whole(
  'zip|post ?code|postal|code|card|tax|vat|order|invoice|reference|account|serial|membership|policy|passport',
  'quantity|amount|price|budget|employees|people|guests|weight|height|date|birth|year|age|id|fax|ext',
  'cp|codigo|dni|nif|cif|cedula|pedido|factura|referencia|cuenta|poliza|pasaporte|cantidad|importe|precio',
  'presupuesto|empleados|personas|fecha|nacimiento',
  'posta kodu|kodu?|kart|vergi|tc|plaka|siparis|fatura|hesap|police|adet|tutar|fiyat|butce|calisan|kisi',
  'tarih\\w*|dogum|faks|plz',
);

/** Controls whose value is one of the form's own words rather than the visitor's. */
export const CHOICE =
  /^(checkbox|radio|file|select-one|select-multiple|range|color|date|datetime-local|month|week|time|submit|button|image)$/;
/** A text with lines of its own that is no message. */
const NO_MESSAGE = /\b(address|adres\w*|direccion|adresse|anschrift)\b/;

/** An e-mail address has no more (RFC 5321). */
const VALUE_MAX = 254;
/** Longer labels are sentences. */
const LABEL_MAX = 200;

/** A hint with as much of its label as can tell what a field is for. */
export const briefly = (hint: FieldHint): FieldHint =>
  hint.label && hint.label.length > LABEL_MAX ? { ...hint, label: hint.label.slice(0, LABEL_MAX) } : hint;

/** What a field was found to be; a surer sign beats an earlier field. */
export interface Sign {
  meaning: Meaning;
  strength: number;
  value: string;
}

/**
 * What a field is for: by autocomplete token, then by input type, then by the words of its name and label. Undefined where
 * nothing tells.
 */
export function signOf(name: string, hint: FieldHint, texts: string[]): Sign | undefined {
  const { type = '', autocomplete = '', label = '' } = hint;
  const sign = (meaning: Meaning, strength: number): Sign | undefined => {
    const value = texts.find((text) => fits(meaning, text));
    return value === undefined
      ? undefined
      : { meaning, strength, value: meaning === 'message' ? value : value.slice(0, VALUE_MAX) };
  };
  const words = (text: string, strength: number) => {
    const meaning = meaningOfWords(text, (one) => sign(one, strength) !== undefined);
    return meaning && sign(meaning, strength);
  };
  const tokens = autocomplete.toLowerCase().split(/\s+/);
  const token = tokens.filter((one) => Object.hasOwn(byAutocomplete, one)).at(-1);
  const byToken = token && sign(byAutocomplete[token] ?? 'nobody', 4);
  if (byToken) return byToken;

  const [byName, byLabel] = [words(name, 2), words(label, 1)];
  const part = [byName, byLabel].find((one) => one?.meaning === 'dial' || one?.meaning === 'area');
  if (part || CHOICE.test(type)) return part;
  const about = fold(`${name} ${label}`);
  if (type === 'email') return sign('email', 3);
  if (type === 'tel' && !OTHER_NUMBER.test(about)) return sign('phone', 3);
  if (type === 'textarea') {
    const isMessage = [byName, byLabel].some((one) => one?.meaning === 'message');
    return NO_MESSAGE.test(about) ? undefined : sign('message', isMessage ? 3 : 1);
  }
  // Site builders call many a field just "name"; its label tells which.
  const isVague = byName?.meaning === 'name' && byLabel;
  return (isVague ? undefined : byName) ?? words(autocomplete, 2) ?? byLabel;
}

/** Whether a value can be what its field is called. */
function fits(meaning: Meaning, value: string): boolean {
  switch (meaning) {
    case 'email':
      return isEmail(value);
    case 'phone':
      return /\d{5}/.test(value.replace(/\D/g, ''));
    case 'dial':
      return dialDigits(value) !== '';
    case 'area':
      return /^\D?\d{1,5}\D?$/.test(value);
    case 'company':
      return /[\p{L}\p{N}]/u.test(value) && !isText(value);
    case 'first':
    case 'last':
    case 'name':
      return /\D/.test(value) && !isText(value) && !isEmail(value);
    case 'login':
      return !/\s/.test(value);
    default:
      return true;
  }
}

const isText = (value: string) => value.includes('\n');

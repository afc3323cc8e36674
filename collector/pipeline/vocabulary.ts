/** What a field of a form can stand for. */
export type Meaning =
  | 'email'
  /** Country and area code of a phone number that has boxes of its own for them. */
  | 'dial'
  | 'area'
  | 'phone'
  | 'company'
  | 'first'
  | 'last'
  | 'name'
  | 'message'
  /** What somebody signs in by, not what they are called. */
  | 'login'
  /** Somebody else's name, or a thing's. */
  | 'nobody';

const any = (...words: string[]) => `(?:${words.join('|')})`;
/** Any of these words, with others around them. */
export const whole = (...words: string[]) => new RegExp(`\\b${any(...words)}\\b`);

const FIRST = any(
  'first ?names?|f ?name|given ?names?|forename|primer nombre|nombre de pila',
  'adiniz\\w*|isminiz\\w*|on ?ad|vorname|prenoms?',
);
const LAST = any(
  'last ?name|l ?name|sur ?name|family ?name|(?:primer )?apellidos?',
  'soy ?ad\\w*|soy ?is\\w*|nachname|familienname|nom de famille',
);
/** Words that mean a name only at the end: "q3 name first", but neither "ad id" nor "last order". */
const FIRST_AT_END = any('first|ad|adi|adin|isim|ismi|ismin');
const END = '(?: (?:\\d+|required|optional|obligatorio|opcional|zorunlu))*$';
const AND = '(?: ?(?:y|ve|and|et|und|e))?';
const GIVEN = any(FIRST, FIRST_AT_END, 'nombres?');

/** What else has a name. */
const THING = any(
  'ads?|domain|host|file|folder|form|page|site|list|field|coupon|campaign|plan|item|project|product|model|brand',
  'event|course|class|school|team|group|city|street|country|state|bank|card|account|pet|dog|child(?:ren)?',
  'baby|kid|spouse|store|shop|venue|department|job|role|book|movie|song|session|template|variable',
  'twitter|skype|instagram|facebook|telegram|discord|linked ?in',
  'archivo|formulario|pagina|cupon|libro|proyecto|producto|modelo|marca|evento|curso|colegio|equipo|ciudad',
  'calle|pais|provincia|banco|tarjeta|cuenta|mascota|hij[oa]s?|tienda|usuario',
  'dosya|sayfa|kampanya|proje|urun|marka|etkinlik|kurs|egitim|okul|takim|sehir|il|ilce|sokak|ulke|banka|kart',
  'hesap|cocu\\w*|magaza|sube|bolum',
);
const OF = '(?: (?:de|del|of))?(?: (?:la|el|tu|su|the|your))?';

const CODE = any('code|codigo|kodu?|prefix|prefijo|cc|vorwahl|indicatif');
const PHONE = any('phone|tel|telefon\\w*|telephone|mobile|movil|cell|cep|gsm|sms|whats ?app');

/** A field for somebody else than who fills in the form. */
export const OTHERS = whole(
  'friends?|recipient|emergency|colleague|spouse|gift|refer(?:red by|rer|ral)|recommended by',
  'amig[oa]s?|destinatari[oa]|emergencia|colega|conyuge|regalo|recomendado por',
  'arkadas\\w*|alici|acil durum|hediye|referans\\w*',
);

/** What a message is about is not the message. */
export const SUBJECT = whole('subject|type|asunto|titulo|konu\\w*|baslik|betreff|sujet|objet');

/**
 * Words of names and labels in English, Spanish and Turkish, with the commonest of German and French, folded to plain
 * letters (see `fold`). In this order: "company e-mail" is an e-mail, "company name" a company, "first name" a first name.
 */
export const rules: [Meaning, RegExp][] = [
  [
    'dial',
    whole(
      `${any('country|dial(?:l?ing)?|calling|ulke|pais|land(?:er|es)?', PHONE)}(?: (?:number|country))* ?${CODE}`,
      `${CODE}(?: (?:de|del|la|el))*(?: (?:pais|telefon\\w*|ulke|country))`,
      `${PHONE}(?: number)? country|prefijo|indicativo|indicatif|lada`,
    ),
  ],
  ['area', whole(`area ?code|alan ?kodu|codigo de area|ortsvorwahl|${PHONE}(?: number)? area`)],
  [
    'email',
    whole('e ?mail', '\\w*mail(?:address|adres\\w*|id)?s?', 'correo\\w*', 'e ?posta\\w*', 'courriel'),
  ],
  [
    'phone',
    whole(
      'tel(?: ?no| ?num\\w*)?|\\w*phone ?(?:no|num\\w*)?s?|telephone|mobile?(?: ?no| ?num\\w*)?|cell(?:ular)?|ph no',
      '(?:contact|call ?back) ?(?:number|no)|whats ?app|sms',
      '\\w*telefon\\w*|tlf\\w*|tfno|movil|celular|fijo|numero de contacto',
      'cep ?(?:tel\\w*|no|num\\w*)?|gsm ?(?:no)?|(?:irtibat|iletisim) (?:no|num\\w*)',
      'handy\\w*|mobilnummer|rufnummer|portable',
    ),
  ],
  ['login', whole('user ?name|login|nombre de usuario|kullanici(?: ?adi)?')],
  [
    'nobody',
    whole(
      'nick ?name|middle(?: ?name)?|maiden|mother|father|prefix|suffix|salutation|honorific|(?:job|name) ?title',
      'segundo nombre|madre|padre|tratamiento|anne|baba|hitap|anrede|civilite',
    ),
  ],
  [
    'nobody',
    whole(
      `${THING}(?: s)?(?: first| last| full)? ?(?:name|ad|adi|ismi)(?: ${any('soyad\\w*')})?`,
      `(?:nombre|name)${OF} ${THING}`,
    ),
  ],
  [
    'company',
    whole(
      '(?:restaurant|hotel|clinic|salon|practice|club) name|razon social|nombre (?:comercial|fiscal)',
      `nombre${OF} (?:restaurante|hotel|clinica|salon|comercio|establecimiento|club)`,
      '(?:firma|sirket|ticari|kurum) ?unvan\\w*|(?:restoran|otel|klinik|salon|isletme) ?(?:adi|ismi)',
    ),
  ],
  ['name', whole('contact person|persona de contacto|yetkili\\w*|ilgili kisi|ansprechpartner')],
  [
    // Facts about a company other than what it is called.
    'nobody',
    whole(
      'size|website|web|url|type|address|sector|industry|revenue|role|position|department|tax|vat|employees',
      'city|country|state|about|hear|how|why|describe|number of|registration|company (?:number|no)',
      'cif|nif|direccion|tamano|cargo|puesto|empleados|ciudad|pais|actividad',
      'adres\\w*|vergi|sektor\\w*|buyuklu\\w*|calisan\\w*|unvan\\w*|gorev\\w*|pozisyon|sayisi|yili',
      'branche|adresse|anschrift|strasse',
    ),
  ],
  [
    'company',
    whole(
      '(?:your|my)?compan(?:y|ies)(?: ?name)?|organi[sz]ation(?: ?name)?|institution|employer|agency',
      'business(?: ?name)?(?=(?: \\d+)*$)|businessname',
      '(?:nombre ?)?(?:empresa|compania|organizacion|institucion|negocio)|entidad',
      '(?:sirket|firma|kurum|kurulus|isyer|isletme)(?!adres|tel|mail|vergi|web)\\w*|is yeri',
      'firmen\\w*|unternehmen|entreprise|societe',
    ),
  ],
  [
    'name',
    whole(
      `${any(GIVEN, 'nom')}${AND} ?${LAST}|${LAST}${AND} ?${GIVEN}`,
      `(?:nom|name)${AND} ${FIRST}|${FIRST}${AND} (?:nom|name)`,
    ),
  ],
  ['first', new RegExp(`^(?!.*\\b${LAST}\\b).*\\b(?:${FIRST}\\b|${FIRST_AT_END}${END})`)],
  ['last', new RegExp(`^(?!.*\\b${GIVEN}\\b).*\\b(?:${LAST}\\b|last${END})`)],
  [
    'name',
    whole(
      'names?|full ?name|(?:your|customer|client|contact|lead|guest|visitor|applicant|sender)name|nom',
      'nombres?|nombre(?:completo|yapellidos?|apellidos?)|como (?:te llamas|se llama)',
    ),
  ],
  [
    'message',
    whole(
      '(?:your|my)?messages?|msg|comments?|enquir(?:y|ies)|inquir(?:y|ies)|tell us',
      'mensajes?|comentarios?|consultas?|observaciones|en que podemos',
      'mesaj\\w*|yorum\\w*|aciklama\\w*|gorus\\w*|talebiniz\\w*|notunuz\\w*|sorunuz\\w*|nasil yardimci',
      'nachricht\\w*|mitteilung|anfrage|kommentare?|commentaires?',
    ),
  ],
];

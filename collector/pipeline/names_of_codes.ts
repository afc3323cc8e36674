import { plain } from '../identity/plain.js';

/** The languages that names of countries and languages are read in. */
const READ_IN = ['en', 'es', 'tr'];

/**
 * Codes by what people call them in English, Spanish and Turkish, as the runtime's own data (CLDR) has it.
 *
 * @param more names that people use beside those
 */
function byName(
  type: 'region' | 'language',
  codes: readonly string[],
  more: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const ofToday = codes.filter((code) => isOfToday(type === 'region' ? `und-${code}` : code));
  for (const language of READ_IN) {
    const names = new Intl.DisplayNames(language, { type, fallback: 'none' });
    for (const code of ofToday) {
      const name = names.of(code);
      if (name) found.set(plain(name), code);
    }
  }
  for (const [name, code] of Object.entries(more)) found.set(plain(name), code);
  return found;
}

/** Codes of before have the names of those that came after them: UK that of GB. */
const isOfToday = (tag: string) => Intl.getCanonicalLocales(tag)[0] === tag;

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const pairs = LETTERS.flatMap((one) => LETTERS.map((other) => one + other));

/** Codes that name no country: groups of countries, what is unknown, and test data of CLDR. */
const NO_COUNTRY = new Set([
  'EU',
  'EZ',
  'UN',
  'QO',
  'XA',
  'XB',
  'ZZ',
  'AC',
  'CP',
  'CQ',
  'DG',
  'EA',
  'IC',
  'TA',
]);

/** What CLDR calls otherwise, and the three-letter codes that lists of countries are made of most. */
const COUNTRY_NAMES: Record<string, string> = {
  ...{
    USA: 'US',
    'United States of America': 'US',
    EEUU: 'US',
    'EE. UU.': 'US',
    'EE. UU': 'US',
    ABD: 'US',
    America: 'US',
  },
  ...{
    UK: 'GB',
    'Great Britain': 'GB',
    England: 'GB',
    Scotland: 'GB',
    Wales: 'GB',
    Inglaterra: 'GB',
    İngiltere: 'GB',
  },
  ...{
    Turkey: 'TR',
    'Türkiye Cumhuriyeti': 'TR',
    Holland: 'NL',
    Holanda: 'NL',
    'The Netherlands': 'NL',
    Hollanda: 'NL',
  },
  ...{
    'Czech Republic': 'CZ',
    'República Checa': 'CZ',
    'Çek Cumhuriyeti': 'CZ',
    Macedonia: 'MK',
    Korea: 'KR',
    Kore: 'KR',
  },
  ...{
    'Republic of Korea': 'KR',
    'Russian Federation': 'RU',
    UAE: 'AE',
    EAU: 'AE',
    BAE: 'AE',
    'Hong Kong': 'HK',
  },
  ...{
    Deutschland: 'DE',
    Österreich: 'AT',
    Schweiz: 'CH',
    Suisse: 'CH',
    Brasil: 'BR',
    Italia: 'IT',
    Vietnam: 'VN',
  },
  ...{
    ESP: 'ES',
    TUR: 'TR',
    GBR: 'GB',
    DEU: 'DE',
    FRA: 'FR',
    ITA: 'IT',
    PRT: 'PT',
    NLD: 'NL',
    BEL: 'BE',
    MEX: 'MX',
  },
  ...{
    ARG: 'AR',
    COL: 'CO',
    CHL: 'CL',
    PER: 'PE',
    CAN: 'CA',
    AUS: 'AU',
    IRL: 'IE',
    CHE: 'CH',
    AUT: 'AT',
    BRA: 'BR',
  },
};

let countries: ReadonlyMap<string, string> | undefined;
let countryCodes: ReadonlySet<string> | undefined;

/**
 * ISO 3166 alpha-2 of a country's code or name; empty where it is none.
 *
 * @example countryOf('İspanya') // 'ES'
 */
export function countryOf(text: string): string {
  countries ??= byName(
    'region',
    pairs.filter((code) => !NO_COUNTRY.has(code)),
    COUNTRY_NAMES,
  );
  countryCodes ??= new Set(countries.values());
  const code = text.trim().toUpperCase();
  return countryCodes.has(code) ? code : (countries.get(plain(text)) ?? '');
}

/** What people call their language in it: those with the most speakers on the web, and of the countries around. */
const OWN_NAMES: Record<string, string> = {
  ...{
    Deutsch: 'de',
    français: 'fr',
    castellano: 'es',
    italiano: 'it',
    português: 'pt',
    nederlands: 'nl',
    polski: 'pl',
  },
  ...{
    русский: 'ru',
    українська: 'uk',
    العربية: 'ar',
    فارسی: 'fa',
    中文: 'zh',
    日本語: 'ja',
    한국어: 'ko',
    हिन्दी: 'hi',
  },
  ...{
    català: 'ca',
    euskara: 'eu',
    galego: 'gl',
    svenska: 'sv',
    norsk: 'no',
    dansk: 'da',
    suomi: 'fi',
    čeština: 'cs',
  },
  ...{
    magyar: 'hu',
    română: 'ro',
    български: 'bg',
    ελληνικά: 'el',
    עברית: 'he',
    kurdî: 'ku',
    azərbaycanca: 'az',
  },
};

let languages: ReadonlyMap<string, string> | undefined;
let languageCodes: ReadonlySet<string> | undefined;

/**
 * The primary subtag (BCP 47) of a language's tag or name; empty where it is none.
 *
 * @example languageOf('es-MX') // 'es'
 */
export function languageOf(text: string): string {
  // Languages of two letters are those that people choose among.
  languages ??= byName(
    'language',
    pairs.map((code) => code.toLowerCase()),
    OWN_NAMES,
  );
  languageCodes ??= new Set(languages.values());
  const [primary = ''] = text.trim().toLowerCase().split(/[-_]/);
  return languageCodes.has(primary) ? primary : (languages.get(plain(text)) ?? '');
}

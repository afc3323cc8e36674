import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
} from 'libphonenumber-js/min';

/** Longest national number that a country code can be missing from: longer ones were written with it. */
const NATIONAL_DIGITS_MAX = 10;
/** Digits of a number that says its area, nearly anywhere. */
const WITH_AREA_DIGITS_MIN = 9;

const digitsOf = (text: string) => text.replace(/\D/g, '');

let callingCodes: Set<string> | undefined;
function isCallingCode(digits: string): boolean {
  callingCodes ??= new Set(getCountries().map((country) => getCountryCallingCode(country)));
  return callingCodes.has(digits);
}

/** The digits of a country's calling code, however a list of them is made: "+34", "0034", "Spain (+34)", "ES". */
export function dialDigits(text: string): string {
  const code = text.trim();
  if (/^[a-z]{2}$/i.test(code)) {
    const country = code.toUpperCase() as CountryCode;
    return isSupportedCountry(country) ? getCountryCallingCode(country) : '';
  }
  const digits = digitsOf(code).replace(/^00/, '');
  // Some countries of the North American plan go by their area: "+1-684".
  const isArea = /\+1[ -]?\d{3}\b/.test(code) && digits.length === 4;
  return isArea || isCallingCode(digits) ? digits : '';
}

/** A phone number as one text, of the boxes that the form has for its parts. */
export function joinPhone({ dial, area, number }: { dial: string; area: string; number: string }): string {
  const digits = digitsOf(number);
  if (!digits || /^(\+|00)/.test(number)) return number;
  const areaDigits = digitsOf(area);
  const hasArea = digits.length >= WITH_AREA_DIGITS_MIN && digits.startsWith(areaDigits);
  const national = areaDigits && !hasArea ? `${areaDigits} ${number}` : number;
  const code = dialDigits(dial);
  if (!code) return national;
  return digits.length > NATIONAL_DIGITS_MAX && digits.startsWith(code)
    ? `+${number}`
    : `+${code} ${national}`;
}

import { nameOf } from '../components/person.js';

/** Of a name that is said in the middle of a sentence. */
const SHORT = 40;

/** What to call somebody in a message that nothing can be opened in: cut where it is too long for one. */
export function shortName(person: Parameters<typeof nameOf>[0]): string {
  const name = nameOf(person);
  // The marks keep letters that run the other way from turning the sentence around (Unicode, UAX 9).
  return `\u2068${name.length > SHORT ? `${name.slice(0, SHORT)}…` : name}\u2069`;
}

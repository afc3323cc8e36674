import { plain } from './plain.js';

/**
 * What stands where an identifier should, and identifies nobody: a template that had nobody to name, a box that had to be
 * filled in. Taken for identifiers, these make one person of a crowd.
 */

/** Customer ids of programs without a customer, as letters and digits alone (see {@link plain}). */
const NO_CUSTOMER = new Set(
  [
    'null undefined none nil nan true false objectobject empty missing notset notavailable notapplicable na',
    'guest anonymous anon unknown nobody visitor user test tester testuser id userid customerid distinctid email',
    'notauthenticated unauthenticated loggedout notloggedin',
    'invitado anonimo desconocido ninguno nadie usuario visitante prueba',
    'misafir anonim bilinmiyor yok hicbiri kullanici ziyaretci deneme',
  ].flatMap((names) => names.split(' ')),
);

/** Merge tags that nobody has filled in: "{{ customer.id }}", "${id}", "<%= id %>", "*|ID|*", "%%id%%", "[[id]]". */
const MERGE_TAG = /^(?:\{\{.*\}\}|\{%.*%\}|\$\{.*\}|<%.*%>|\*\|.*\|\*|%%.*%%|\[\[.*\]\])$/s;

/** Zero in all its lengths, the UUID of nothing among them, and -1. */
const NO_NUMBER = /^(?:[0\s.-]+|-1)$/;

export function isNoCustomer(customer: string): boolean {
  return NO_NUMBER.test(customer) || MERGE_TAG.test(customer) || isNoWord(plain(customer), customer);
}

/** Punctuation alone is none either, but signs of other kinds may be somebody's own. */
const isNoWord = (word: string, customer: string) =>
  word === '' ? /^[\p{P}\s]*$/u.test(customer) : NO_CUSTOMER.has(word);

const UP = '01234567890123456789';
const DOWN = [...UP].reverse().join('');

/** The digits of a number that somebody typed to have typed something: one again and again, or all in a row. */
export function isTypedAway(digits: string): boolean {
  return /^(\d)\1*$/.test(digits) || UP.includes(digits) || DOWN.includes(digits);
}

/** Mailboxes that send and are never read. Whoever relays forms from one would be everybody that fills them in. */
const UNREAD = /^(?:(?:no|do[._-]?not|dont)[._-]?reply|mailer-daemon)(?:[+._-].*)?@/;

export const isUnread = (email: string): boolean => UNREAD.test(email);

/** Of addresses made up to get past a box, what stands on both sides: "none@none.com", "test@test.com", "aaa@aa.com". */
const MADE_UP = new Set(
  [
    'none no na null nope nobody noemail nomail noone asdf asdfasdf qwerty abc abcd abc123 xyz foo fake email mail',
    'test testing tester prueba deneme correo ninguno sinemail sincorreo nada yok eposta mailyok',
  ].flatMap((names) => names.split(' ')),
);

/**
 * An address that hardly anybody has, but somebody may: `test@test.com`, `a@a.com`. It is what people type who do not want
 * to give theirs, and what an owner types to see whether a form works. So it still makes a lead where nothing else names
 * one; beside a phone number or a customer id it identifies nobody, else all who type it would be one. Reserved domains
 * (`example.com`) are like any other: documentation and tests live on them.
 */
export function isMadeUp(email: string): boolean {
  const [local = '', domain = ''] = email.split('@');
  const [host = ''] = domain.split('.');
  return (local === host && MADE_UP.has(local)) || /^(.)\1*@\1+\./.test(email);
}

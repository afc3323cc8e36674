import type { TimelineEvent } from '../../api.js';

/**
 * What somebody typed into a form, in the words that they read: each field by its label, a choice by its text, a consent by
 * its sentence. What the collector recognised is apart from the rest.
 */
export interface Typed {
  fields: [name: string, values: string[]][];
  message: string;
  consents: string[];
}

/** A box that was ticked says nothing but that. */
const TICK = /^(on|true|1|yes|y|s[ií]|evet|checked)$/i;

/** Characters that `schemas/queries/timeline.sql` leaves of a field of a long form. */
const FIELD_CUT = 200;

/** Characters that `collector/pipeline/consents.ts` keeps of a sentence among the consents. */
const CONSENT_CUT = 200;

/** Nothing twice: the message, and boxes that are told as consents, are left out of the fields. */
export function splitFields({
  fields,
  labels,
  texts,
  message,
  consents,
  cut,
}: Pick<TimelineEvent, 'fields' | 'labels' | 'texts' | 'message' | 'consents' | 'cut'>): Typed {
  const label = (name: string) => (Object.hasOwn(labels, name) ? labels[name] : undefined) || name;
  const read = (name: string, values: string[]) => {
    const own = Object.hasOwn(texts, name) ? (texts[name] ?? []) : [];
    return values.map((value, place) => own[place] || value);
  };
  // A consent goes by its field's name, else by its sentence, as far as that is kept with it.
  const isOf = (name: string, consent: string) =>
    [name, label(name)].includes(consent) ||
    (consent.length >= CONSENT_CUT && label(name).startsWith(consent));
  const isConsent = (name: string, values: string[]) =>
    consents.some((consent) => isOf(name, consent)) && values.every((value) => TICK.test(value));
  const sentence = (consent: string) => {
    const name = Object.hasOwn(fields, consent)
      ? consent
      : Object.keys(fields).find((one) => isOf(one, consent));
    return name === undefined ? consent : label(name);
  };
  // Of a long form the fields are cut shorter than the message.
  const begins = (value: string) => value.length >= FIELD_CUT && message.startsWith(value.trimStart());
  const isMessage = ([value = '', ...more]: string[]) =>
    message !== '' && more.length === 0 && (value.trim() === message || (!!cut.fields && begins(value)));
  return {
    fields: Object.entries(fields)
      .map(([name, values]) => ({ name, values: values.filter(Boolean), read: read(name, values) }))
      .filter(({ name, values }) => values.length > 0 && !isMessage(values) && !isConsent(name, values))
      .map(({ name, read }): [string, string[]] => [label(name), read.filter(Boolean)]),
    message,
    consents: [...new Set(consents.map(sentence))],
  };
}

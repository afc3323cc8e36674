import type { TimelineEvent } from '../../api.js';

/** What somebody typed into a form, with what the collector recognised apart from the rest. */
export interface Typed {
  fields: [name: string, values: string[]][];
  message: string;
  consents: string[];
}

/** A box that was ticked says nothing but that. */
const TICK = /^(on|true|1|yes|y|s[ií]|evet|checked)$/i;

/** Nothing twice: the message, and boxes that are told as consents, are left out of the fields. */
export function splitFields({
  fields,
  message,
  consents,
}: Pick<TimelineEvent, 'fields' | 'message' | 'consents'>): Typed {
  const isConsent = (name: string, values: string[]) =>
    consents.includes(name) && values.every((value) => TICK.test(value));
  const isMessage = (values: string[]) =>
    message !== '' && values.length === 1 && values[0]?.trim() === message;
  return {
    fields: Object.entries(fields)
      .map(([name, values]): [string, string[]] => [name, values.filter(Boolean)])
      .filter(([name, values]) => values.length > 0 && !isMessage(values) && !isConsent(name, values)),
    message,
    consents,
  };
}

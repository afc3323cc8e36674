import { importFields } from '../../schemas/imports.js';

/** What a row says, by field; nothing where the cell is empty. */
export type Saying = Readonly<Record<string, string>>;

const FIELDS: ReadonlySet<string> = new Set(importFields);

/** First and last name are a name. */
export function sayingOf(cells: readonly string[], mapping: readonly string[]): Saying {
  const said: Record<string, string> = {};
  for (const [at, field] of mapping.entries()) {
    const text = cells[at];
    if (field && text) said[field] = text;
  }
  const { firstName, lastName, ...rest } = said;
  const name = rest.name ?? [firstName, lastName].filter(Boolean).join(' ');
  return { ...rest, ...(name && { name }) };
}

/** What a row says of the person beside who they are; under `props`, where no name of a site's own means anything else. */
export const attributesOf = (said: Saying): Record<string, string> =>
  Object.fromEntries(Object.entries(said).filter(([field]) => !FIELDS.has(field)));

/** As a lead that is entered. */
export function leadOf(said: Saying) {
  const { email, phone, customer, name, company, source, note } = said;
  const own = { email, phone, customer, name, company, source, note };
  const known = Object.fromEntries(Object.entries(own).filter(([, text]) => text));
  return { type: 'lead_entered', ...known, props: attributesOf(said) };
}

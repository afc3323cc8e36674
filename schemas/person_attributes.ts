/** What every site knows of people beside who they are: kept in `personal_data.attributes`. */
export const personAttributes = [
  'title',
  'address',
  'city',
  'region',
  'country',
  'language',
  'birthYear',
  'gender',
  'industry',
  'companySize',
] as const;

/**
 * Longest text that is kept of one; what is longer is cut, and is whole beside what else people wrote with the event
 * (`personal_data.fields`).
 */
export const ATTRIBUTE_MAX = 500;

/** Of the name of a person or of a company, likewise. */
export const NAME_MAX = 200;

export type PersonAttribute = (typeof personAttributes)[number];

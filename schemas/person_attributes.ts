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

/** Longest text that is kept of one; what is longer is cut. */
export const ATTRIBUTE_MAX = 500;

export type PersonAttribute = (typeof personAttributes)[number];

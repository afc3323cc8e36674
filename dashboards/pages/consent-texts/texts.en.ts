export interface Texts {
  intro: string;
  add: string;
  none: string;
  list: string;
  purpose: string;
  purposeHint: string;
  text: string;
  language: string;
  languageHint: string;
  url: string;
  urlHint: string;
  save: string;
  version: (version: number) => string;
  change: string;
  changeOf: (purpose: string) => string;
  remove: string;
  removeOf: (purpose: string) => string;
  removeTitle: string;
  removeText: string;
  removed: string;
  saved: string;
}

export const texts: Texts = {
  intro:
    'The sentences that people agree to. Whoever records a consent chooses one of these purposes; the sentence and its version stay with it, also when you change it here.',
  add: 'Add a text',
  none: 'No texts yet. Add the sentence that stands beside the box on your form, so that its wording is kept with each consent.',
  list: 'Texts',
  purpose: 'Purpose',
  purposeHint: 'In a word, such as newsletter. Several texts may have the same.',
  text: 'Sentence',
  language: 'Language',
  languageHint: 'Such as en or es-MX.',
  url: 'Address',
  urlHint: 'Of the page that explains it.',
  save: 'Save',
  version: (version) => `Version ${version}`,
  change: 'Change',
  changeOf: (purpose) => `Change: ${purpose}`,
  remove: 'Delete',
  removeOf: (purpose) => `Delete: ${purpose}`,
  removeTitle: 'Delete this text?',
  removeText: 'It is no longer proposed. What was agreed to keeps its sentence.',
  removed: 'The text is deleted',
  saved: 'The text is saved',
};

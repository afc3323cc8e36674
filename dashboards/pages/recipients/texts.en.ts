import { plurals } from '../../i18n/plural.js';

const plural = plurals('en');

export const texts = {
  back: 'Link',
  search: 'Search recipients',
  count: (count: number) => plural(count, { one: '# recipient', other: '# recipients' }),
  recipient: 'Recipient',
  email: 'E-mail',
  customer: 'Customer number, or the mail tool’s',
  clicked: 'Clicked',
  answers: { yes: 'Yes', no: 'No' },
  make: 'Make addresses',
  submit: 'Make them',
  emails: 'E-mail addresses',
  emailsHint:
    'One a line. You get a file with an address of the link for each, to be imported into your mail tool.',
  wrongLine: (line: string) => `This is no e-mail address: ${line}`,
  none: 'Write at least one e-mail address.',
  making: 'The addresses are being made',
  made: (count: number) =>
    plural(count, { one: '# address is made: see the file', other: '# addresses are made: see the file' }),
  empty: {
    title: 'No recipients yet',
    text: 'Make an address for each recipient, or take one with the tag of your mail tool from the link’s page: then you see here who followed it, and who did not.',
  },
};

export type Texts = typeof texts;

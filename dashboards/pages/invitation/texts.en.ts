import type { Rich } from '../../i18n/messages.js';

export const texts = {
  title: 'You are invited',
  resetTitle: 'Choose a new password',
  failedTitle: 'This link does not work',
  forSites: (sites: Rich): Rich => ['To Leadline, where the leads of ', sites, ' are.'],
  forNone: 'To Leadline, where the leads of your sites are.',
  access: 'There you are:',
  reset: (email: Rich): Rich => ['For your account ', email, '. You will be signed out everywhere else.'],
  hasAccount: (email: Rich): Rich => [
    'You have an account already: ',
    email,
    '. Enter its password to add this access to it.',
  ],
  email: 'E-mail',
  name: 'Your name',
  password: 'Password of your account',
  newPassword: 'New password',
  accept: 'Accept the invitation',
  setPassword: 'Set the password',
  until: (when: string) => `This link works once, until ${when}.`,
  signIn: 'Go to the sign-in page',
  other: (name: Rich): Rich => ['You are signed in as ', name, '. Accepting signs you in as yourself here.'],
};

export type Texts = typeof texts;

export const texts = {
  title: 'Sign in',
  intro: 'The leads of your sites, and what each person did.',
  ended: 'Your session has ended. Sign in to go on where you were: nothing that you typed is lost.',
  again: 'Sign in again',
  email: 'E-mail',
  submit: 'Sign in',
  forgotten: 'Password forgotten? Ask an owner for a reset link.',
  withKey: 'Sign in with the admin key',
  withPassword: 'Sign in with e-mail and password',
  key: 'Admin key',
  keyHint:
    'Where Leadline was started in a terminal, that shows a link to sign in with. The key stands in the file admin-key of the data folder. If LEADLINE_ADMIN_KEY is set, it is that value.',
};

export type Texts = typeof texts;

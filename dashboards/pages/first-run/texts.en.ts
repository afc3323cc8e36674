export const texts = {
  title: 'Welcome to Leadline',
  keyIntro:
    'Nobody has an account here yet. Whoever started this Leadline makes the first one, and shows with the admin key that it is them:',
  intro:
    'Your account, and the first site whose leads you want to see. The site key stays as it is from then on. Your name, your password and the addresses of the site can be changed here later.',
  you: 'You',
  name: 'Name',
  email: 'E-mail',
  site: 'Your first site',
  siteName: 'Name of the site',
  siteNameHint: 'As you call it, such as “Shop”.',
  origin: 'Address',
  originHint: 'Where its pages are, such as https://www.example.com.',
  originWrong: 'This is not the address of a site. It looks like https://www.example.com.',
  id: 'Site key',
  idHint: 'In the tag on your pages. It cannot be changed later: letters, digits and . - _ only.',
  idWrong: 'A site key has 1 to 64 letters, digits and . - _ only.',
  timeZone: 'Time zone',
  timeZoneHint: 'Days in reports are days of this time zone.',
  currency: 'Currency',
  submit: 'Make the account and the site',
  later: 'Later: go on with the admin key alone',
};

export type Texts = typeof texts;

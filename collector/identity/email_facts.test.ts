import { expect, it } from 'vitest';
import { companyOf, emailFacts } from './email_facts.js';

it.each([
  ...[
    'ada@gmail.com',
    'info@gmail.com',
    'ada@yahoo.com.tr',
    'ada@hotmail.es',
    'ada@live.co.uk',
    'ada@yandex.com.tr',
  ],
  ...['ada@mynet.com', 'ada@telefonica.net', 'ada@gmx.at', 'ada@icloud.com', 'ada@proton.me'],
])('%s is with a provider of mailboxes', (email) => {
  const domain = email.split('@')[1];
  expect(emailFacts(email)).toEqual({ kind: 'free', domain });
});

it.each(['ada@mailinator.com', 'info@yopmail.com', 'ada@inbox.of.mailinator.com'])(
  '%s is made to be thrown away',
  (email) => expect(emailFacts(email)).toMatchObject({ kind: 'disposable' }),
);

it.each([
  ...[
    'info@acme.com',
    'ventas@acme.com',
    'satis@acme.com',
    'satış@acme.com',
    'destek@acme.com',
    'sales-es@acme.com',
  ],
  ...[
    'info2@acme.com',
    'customer.service@acme.com',
    'atencion-al-cliente@acme.com',
    'hello+web@acme.com',
    'i.k@acme.com',
  ],
])('%s', (email) => {
  const kind = email.startsWith('i.k') ? 'business' : 'role';
  expect(emailFacts(email)).toEqual({ kind, domain: 'acme.com' });
});

it.each([
  ...[
    'ada@acme.com',
    'support.jones@acme.com',
    'personalis@acme.com',
    'ada@mail.acme.com',
    'ada@example.com',
  ],
  ...[
    'ada@live.acme.com',
    'ada@notgmail.com',
    'ada@yahoo-inc.com',
    'ada@outlook.agency',
    'ada@şirket.com.tr',
  ],
])('%s is somebody’s at a domain of their own', (email) => {
  const domain = email.split('@')[1];
  expect(emailFacts(email)).toEqual({ kind: 'business', domain });
});

it('tells a company by its domain alone', () => {
  const none = [
    'example.com',
    'mail.example.org',
    'a.test',
    'shop.example',
    'mac.local',
    'box.lan',
    '10.0.0.12',
  ];
  const others = ['gmail.com', 'mailinator.com'];
  const companies = ['acme.com', 'example.com.tr', 'myexample.com', 'test.de', 'local.es', '4711.com'];
  const told = [...none, ...others, ...companies].map((domain) => companyOf(emailFacts(`ada@${domain}`)));
  expect(told.filter(Boolean)).toEqual(companies);
  expect(companyOf(emailFacts('ventas@acme.com'))).toBe('acme.com');
});

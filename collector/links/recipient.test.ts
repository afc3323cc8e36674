import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasTag, isUnfilled, mailTools } from '../../schemas/mail_tools.js';
import { claimIn, type Recipient, RecipientSeal, recipientOf } from './recipient.js';

const link = { site: 'demo', link: 'a', campaign: 'spring' };
const sealOf = (change: object = {}) => new RecipientSeal('secret', { ...link, ...change });

it('a recipient is read in links of the campaign at the site, and nowhere else', () => {
  const recipient = fc.record({
    kind: fc.constantFrom<Recipient['kind']>('email', 'customer', 'person'),
    value: fc.string({ minLength: 1, maxLength: 100 }),
  });
  fc.assert(
    fc.property(recipient, fc.nat(), (whom, at) => {
      const sealed = sealOf().seal(whom);
      expect(sealOf().open(sealed)).toEqual(whom);
      expect(sealOf({ link: 'b' }).seal(whom)).toBe(sealed);
      for (const other of [{ site: 'other' }, { campaign: 'autumn' }, { campaign: '' }])
        expect(sealOf(other).open(sealed)).toBeUndefined();
      const place = at % sealed.length;
      const wrong = sealed.slice(0, place) + (sealed[place] === 'A' ? 'B' : 'A') + sealed.slice(place + 1);
      for (const text of [wrong, `${sealed}A`, `${sealed}=`, sealed.slice(4), 'A'.repeat(10_240), ''])
        expect(sealOf().open(text)).toBeUndefined();
    }),
  );
});

it('is as short as an e-mail address allows', () => {
  const sealed = sealOf().seal({ kind: 'email', value: 'ada.lovelace@corp.test' });
  expect(sealed.length).toBeLessThanOrEqual(52);
  expect(sealed).not.toContain('ada');
});

it.each([
  [{ email: ' Ada@Corp.test ' }, { kind: 'email', value: 'ada@corp.test' }],
  [{ customer: ' 4711 ' }, { kind: 'customer', value: '4711' }],
  [{ person: 'p_0000000000000000000000' }, { kind: 'person', value: 'p_0000000000000000000000' }],
  [{ email: 'ada' }, undefined],
  [{ email: '' }, undefined],
  [{ email: 7 }, undefined],
  [{ customer: 'guest' }, undefined],
  [{ person: 'ada@corp.test' }, undefined],
  [{ email: 'ada@corp.test', customer: '4711' }, undefined],
  [{ phone: '+34600111222' }, undefined],
  [{}, undefined],
])('%j is %j', (said, recipient) => expect(recipientOf(said as object)).toEqual(recipient));

it('what a tool has not filled in is told from what it has', () => {
  for (const { tag } of Object.values(mailTools)) expect(isUnfilled(tag)).toBe(true);
  for (const filled of ['ada@corp.test', '4711', 'f2a9c1', 'a%b@corp.test', ''])
    expect(isUnfilled(filled)).toBe(false);
  const others = ['%%emailaddr%%', '[[data:email]]', '%recipient.email%', '{EMAIL}', '$email', '#EMAIL#'];
  for (const tag of [...others, '<%= email %>', '##email##', '__email__', '-email-', 'undefined', 'null'])
    expect(isUnfilled(tag), tag).toBe(true);
});

it('an address with a tag in it is told from one that is encoded', () => {
  for (const tag of [
    '%EMAIL%',
    '%SUBSCRIBER_ID%',
    '{{ email }}',
    '{!Contact.Id}',
    '[-email-]',
    '@@email@@',
    '*|ID|*',
  ])
    expect(hasTag(`https://a.test/p?u=${tag}&n=1`), tag).toBe(true);
  for (const plain of [
    'caf%C3%A9',
    '?a=%AB%CDe%20f',
    '?filter[color]=red',
    '?m=a__b__c',
    '?q=$5',
    '#a#b',
    '(1)',
  ])
    expect(hasTag(`https://a.test/${plain}`), plain).toBe(false);
});

it('what a tool has filled in is found where a mail program has written its own for an ampersand', () => {
  const claimed = { kind: 'customer', value: 'mail tool: q7' };
  for (const query of ['r=q7', 'utm_source=mc&amp;r=q7', 'amp;r=q7', 'r=q7&amp;a=1'])
    expect(claimIn(`https://t.test/l/x?${query}`), query).toEqual({ claimed });
  expect(claimIn('https://t.test/l/x?bar=q7')).toEqual({});
});

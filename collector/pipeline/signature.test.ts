import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { identitySecret } from '../identity/identity_secret.js';
import { take } from './testing.js';

const sign = (text: string, identityRevision = 1) =>
  createHmac('sha256', identitySecret('secret', { id: 'demo', identityRevision }))
    .update(text)
    .digest('hex');
const right = sign('4711');

/** What becomes of an `identify` with the public key. */
function identified(event: object, overrides: Parameters<typeof take>[1] = {}) {
  const { events, personal_data, identity_pairs, refusal } = take({ type: 'identify', ...event }, overrides);
  expect(refusal).toBeUndefined();
  expect(JSON.stringify({ events, personal_data })).not.toMatch(/[0-9a-f]{64}/i);
  return {
    isWord: events?.is_word === true && personal_data?.is_word === true,
    props: JSON.parse(events?.props ?? ''),
    pair: identity_pairs?.kind,
  };
}

describe('a signature', () => {
  const customer = '4711';
  const email = 'ada@example.com';

  it.each([
    ['of the customer id', { customer, signature: right }],
    ['of a customer id that is a number', { customer: 4711, signature: right }],
    ['of a customer id with spaces around it', { customer: ' 7 ', signature: sign(' 7 ') }],
    ['of the customer id, before the e-mail’s', { customer, email, signature: right }],
    ['of the e-mail, trimmed and in lower case', { email: ' Ada@Example.com ', signature: sign(email) }],
    ['in capitals and with spaces', { customer, signature: ` ${right.toUpperCase()} ` }],
    ['under props', { customer, props: { signature: right } }],
    ['of the e-mail, beside a customer id that is none', { customer: 'null', email, signature: sign(email) }],
  ])('%s makes it a word', (_, event) => {
    const { isWord, props } = identified(event);
    expect({ isWord, props }).toEqual({ isWord: true, props: {} });
  });

  it('makes a word of what was seen together', () => {
    expect(identified({ customer, email, signature: right }).pair).toBe('word');
    expect(identified({ customer, email }).pair).toBe('claim');
  });

  it.each([
    ['of another customer', { customer: '4712', signature: right }],
    ['of the e-mail beside a customer id', { customer, email, signature: sign(email) }],
    ['of what identifies nobody', { customer: 'null', email, signature: sign('null') }],
    ['that is cut', { customer, signature: right.slice(0, 62) }],
    ['that goes on', { customer, signature: `${right}00` }],
    ['that is none', { customer, signature: 'yes' }],
    ['of nothing', { phone: '+34600111222', signature: sign('') }],
    ['under props', { customer, props: { signature: sign('4712') } }],
  ])('%s leaves it a claim, and says so', (_, event) =>
    expect(identified(event)).toMatchObject({ isWord: false, props: { signature: 'wrong' } }),
  );

  it.each([[undefined], [null], [''], [[right]], [{}]])('of %j is none', (signature) =>
    expect(identified({ customer, signature })).toMatchObject({ isWord: false, props: {} }),
  );

  it('is of the secret in force alone', () => {
    const site = { identityRevision: 2 };
    expect(identified({ customer, signature: right }, { site })).toMatchObject({ isWord: false });
    expect(identified({ customer, signature: sign(customer, 2) }, { site })).toMatchObject({ isWord: true });
    expect(identified({ customer, signature: right }, { site: { id: 'shop' } })).toMatchObject({
      isWord: false,
    });
  });

  it('takes nothing from an API key', () =>
    expect(identified({ customer, signature: 'no' }, { isPublic: false }).isWord).toBe(true));

  it('is kept of no other event either way', () => {
    const { events } = take({ type: 'plan_chosen', customer, signature: right });
    expect(events?.is_word).toBeUndefined();
  });
});

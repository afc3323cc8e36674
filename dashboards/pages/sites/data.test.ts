import * as v from 'valibot';
import { expect, it } from 'vitest';
import { site } from '../../../schemas/entities/sites.js';
import { fieldsOf, valuesOf } from './data.js';

it('a site that is saved as it was read is as it was', () => {
  const full = v.parse(site, {
    name: 'Shop',
    origins: ['https://shop.example'],
    timeZone: 'Europe/Madrid',
    currency: 'USD',
    country: 'ES',
    affiliateParameters: ['partner'],
    scrubParameters: ['member'],
    cookieDomain: 'shop.example',
    ignoredReferrers: ['pay.example'],
    attributes: [{ name: 'plan', label: 'Plan', type: 'choice', options: ['Free'] }],
    joinsClaims: false,
    salesShare: 'first',
    identityRevision: 3,
  });
  expect(fieldsOf(valuesOf(full))).toEqual(full);
  // The schema's fields are all there: a new one has to have a place in the form.
  expect(Object.keys(valuesOf({})).sort()).toEqual(Object.keys(site.entries).sort());
});

it('what is empty is not sent', () => {
  const values = {
    ...valuesOf({ name: 'Shop' }),
    origins: ['', ' https://shop.example '],
    cookieDomain: ' ',
    attributes: [{ name: 'size', label: 'Size', type: 'number' as const, options: ['1'] }],
  };
  expect(fieldsOf(values)).toMatchObject({
    origins: ['https://shop.example'],
    attributes: [{ name: 'size', label: 'Size', type: 'number' }],
  });
  expect(fieldsOf(values)).not.toHaveProperty('country');
  expect(fieldsOf(values)).not.toHaveProperty('cookieDomain');
  expect(v.is(site, fieldsOf(values))).toBe(true);
});

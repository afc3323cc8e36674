import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { amount, currency } from './events/order.js';
import { currencyDigits, timesMinor, toMinor } from './money.js';

describe('timesMinor', () => {
  it.each<[number | string, number, string, number]>([
    ['0.004', 1000, 'EUR', 400],
    ['0.335', 3, 'EUR', 101],
    [0.1, 3, 'EUR', 30],
    ['9.95', 2, 'EUR', 1990],
    ['9.95', -2, 'EUR', -1990],
    ['-0.005', 1, 'EUR', -1],
    ['10', 1.5, 'EUR', 1500],
    [1e-7, 1e7, 'KWD', 1000],
    ['100', 3, 'JPY', 300],
    ['5', 0, 'EUR', 0],
  ])('%s × %s %s', (price, quantity, code, minor) => expect(timesMinor(price, quantity, code)).toBe(minor));

  it('is what adding up one by one is, where no price is finer than the currency', () => {
    const cents = fc.integer({ min: -99_999, max: 99_999 });
    fc.assert(
      fc.property(cents, fc.integer({ min: 0, max: 50 }), (price, times) => {
        expect(timesMinor((price / 100).toFixed(2), times, 'EUR')).toBe(price * times || 0);
      }),
    );
  });
});

describe('toMinor', () => {
  it.each<[number | string, string, number]>([
    [12.5, 'EUR', 1250],
    ['12.50', 'EUR', 1250],
    ['0012.5', 'EUR', 1250],
    [1999, 'JPY', 1999],
    ['1999.5', 'JPY', 2000],
    [1.2345, 'KWD', 1235],
    ['1.2', 'KWD', 1200],
    [1.5, 'CLF', 15000],
    // Cash in these has no decimals, accounts have.
    ['12.50', 'HUF', 1250],
    ['12.345', 'IQD', 12345],
    [0.1 + 0.2, 'USD', 30],
    [1.005, 'USD', 101],
    [-1.005, 'USD', -101],
    [-12.5, 'EUR', -1250],
    ['-0.004', 'EUR', 0],
    [-0, 'EUR', 0],
    [1e-7, 'EUR', 0],
    [5e-324, 'EUR', 0],
    ['90071992547409.91', 'EUR', Number.MAX_SAFE_INTEGER],
  ])('%s %s is %i', (value, code, minor) => expect(toMinor(value, code)).toBe(minor));

  it.each([[1e21], [1e300], ['90071992547409.92'], ['-90071992547409.92'], ['999999999999999']])(
    '%s EUR cannot be kept exactly',
    (value) => expect(toMinor(value, 'EUR')).toBeUndefined(),
  );

  it('agrees with integer arithmetic for every decimal', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.bigInt({ min: 0n, max: 9_007_199_254_740n }),
        fc.stringMatching(/^\d{0,15}$/),
        fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF'),
        (isNegative, whole, fraction, code) => {
          const text = `${isNegative ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
          const scale = 10n ** BigInt(15 - currencyDigits(code));
          const exact = whole * 10n ** 15n + BigInt(fraction.padEnd(15, '0'));
          const minor = (exact + scale / 2n) / scale;
          fc.pre(minor <= Number.MAX_SAFE_INTEGER);
          expect(toMinor(text, code)).toBe(isNegative && minor !== 0n ? -Number(minor) : Number(minor));
        },
      ),
    );
  });

  it('gives back the cents of any number that shows them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
        expect(toMinor(cents / 100, 'EUR')).toBe(cents === 0 ? 0 : cents);
      }),
    );
  });
});

describe('amount', () => {
  it.each([[12.5], ['12.50'], [' 7 '], ['-3'], [0]])('accepts %j', (value) =>
    expect(v.is(amount, value)).toBe(true),
  );
  it.each([
    ['12,50'],
    ['1e3'],
    ['€5'],
    [''],
    ['.5'],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [null],
    [true],
  ])('refuses %j', (value) => expect(v.is(amount, value)).toBe(false));
  it('turns whatever it accepts into minor units, or says that it is too large', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.double(), fc.string(), fc.stringMatching(/^-?\d{1,15}(\.\d{1,15})?$/)),
        (value) => {
          const read = v.safeParse(amount, value);
          fc.pre(read.success);
          const minor = toMinor(read.output as number | string, 'EUR');
          expect(minor === undefined || Number.isSafeInteger(minor)).toBe(true);
        },
      ),
    );
  });
});

describe('currency', () => {
  it('accepts ISO 4217 codes in any case', () => expect(v.parse(currency, ' eur ')).toBe('EUR'));
  it.each([['EURO'], ['€'], [''], ['ABC'], [978]])('refuses %j', (code) =>
    expect(v.is(currency, code)).toBe(false),
  );
});

import { expect, it } from 'vitest';
import { WrongKeys } from './wrong_keys.js';

it('slows down who guesses from ever new addresses of one network, and nobody else', () => {
  const wrongKeys = new WrongKeys();
  for (let guess = 0; guess < 20; guess++) {
    wrongKeys.check(`2001:db8:1:2::${guess}`);
    wrongKeys.note(`2001:db8:1:2::${guess}`);
  }
  expect(() => wrongKeys.check('2001:db8:1:2::ffff')).toThrow(/Too many wrong keys/);
  wrongKeys.check('2001:db8:1:3::1');
  wrongKeys.forget('2001:db8:1:2::ffff');
  wrongKeys.check('2001:db8:1:2::1');
});

it('slows down a private address too, each for itself', () => {
  const wrongKeys = new WrongKeys();
  for (let guess = 0; guess < 20; guess++) wrongKeys.note('10.0.0.1');
  expect(() => wrongKeys.check('10.0.0.1')).toThrow(/Too many wrong keys/);
  wrongKeys.check('10.0.0.2');
});

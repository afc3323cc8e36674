import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DeviceMarks } from './device_marks.js';

const marks = new DeviceMarks('secret');

it('knows a browser by the user who signed in there, and by no other', () => {
  const cookie = marks.cookie('ana');
  expect(cookie).toMatch(/^[\w-]{22}\.[\w-]{43}$/);
  expect(marks.deviceOf('ana', cookie)).toBe(cookie.slice(0, 22));
  expect(marks.deviceOf('ben', cookie)).toBeUndefined();
  expect(marks.deviceOf(undefined, cookie)).toBeUndefined();
  expect(marks.deviceOf('ana', undefined)).toBeUndefined();
});

it('tells two browsers of one user apart', () => {
  expect(marks.cookie('ana')).not.toBe(marks.cookie('ana'));
});

it('is worth nothing under another secret', () => {
  expect(new DeviceMarks('other').deviceOf('ana', marks.cookie('ana'))).toBeUndefined();
});

it('cannot be made up, nor out of others', () => {
  const ofAna = marks.cookie('ana');
  const [id] = marks.cookie('ben').split('.');
  expect(marks.deviceOf('ana', `${id}.${ofAna.split('.')[1]}`)).toBeUndefined();
  // What is signed has a boundary: an id and a user never run into another pair.
  const wide = marks.cookie('x.ana').split('.');
  expect(marks.deviceOf('ana', `${wide[0]}.x.${wide[1]}`)).toBeUndefined();
  fc.assert(
    fc.property(fc.nat(ofAna.length - 1), fc.constantFrom(...'AZaz09-_.'), (at, character) => {
      const changed = ofAna.slice(0, at) + character + ofAna.slice(at + 1);
      // The last character of a digest has two bits that nothing reads.
      fc.pre(changed !== ofAna && at !== ofAna.length - 1);
      return marks.deviceOf('ana', changed) === undefined;
    }),
  );
});

it('takes any text for a cookie', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\w-]{22}(\.[\w.-]*)?$/)), (cookie) => {
      expect(marks.deviceOf('ana', cookie)).toBeUndefined();
      expect(marks.deviceOf('ana', marks.cookie('ana', cookie))).toBeDefined();
    }),
  );
});

it('keeps the users of one browser, the latest eight, under one id', () => {
  let cookie: string | undefined;
  for (let user = 0; user < 8; user++) cookie = marks.cookie(`user${user}`, cookie);
  const devices = Array.from({ length: 8 }, (_, user) => marks.deviceOf(`user${user}`, cookie));
  expect(new Set(devices)).toEqual(new Set([cookie?.slice(0, 22)]));
  // Who signs in again takes no further room, and is the latest.
  cookie = marks.cookie('user7', cookie);
  expect(marks.deviceOf('user0', cookie)).toBeDefined();
  cookie = marks.cookie('user0', cookie);
  cookie = marks.cookie('user8', cookie);
  expect(marks.deviceOf('user0', cookie)).toBeDefined();
  expect(marks.deviceOf('user1', cookie)).toBeUndefined();
  expect(marks.deviceOf('user8', cookie)).toBeDefined();
  expect(cookie.length).toBeLessThan(400);
});

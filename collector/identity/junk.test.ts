import { expect, it } from 'vitest';
import { isMadeUp, isUnread } from './junk.js';

it.each([
  'noreply@shop.test',
  'no-reply@a.co',
  'do_not_reply@a.co',
  'donotreply@a.co',
  'no-reply+7@a.co',
  'mailer-daemon@a.co',
])('nobody reads %s', (email) => expect(isUnread(email)).toBe(true));
it.each(['reply@a.co', 'norbert@a.co', 'noreplyson@a.co', 'ada@noreply.com', 'postmaster@a.co'])(
  'somebody may read %s',
  (email) => expect(isUnread(email)).toBe(false),
);

it.each([
  'test@test.com',
  'a@a.com',
  'aaa@aa.co',
  'none@none.com',
  'no@no.com',
  'asdf@asdf.com.tr',
  'yok@yok.com',
])('%s is made up', (email) => expect(isMadeUp(email)).toBe(true));
it.each([
  'ada@example.com',
  'test@example.com',
  'test@shop.test',
  'ada@ada.com',
  'ada@test.com',
  'ab@ab.com',
  'a@b.com',
  'x@xyz.com',
  'abc@mail.com',
])('%s may be somebody’s', (email) => expect(isMadeUp(email)).toBe(false));

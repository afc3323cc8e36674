import { expect, it } from 'vitest';
import { feedbackToken, readFeedbackToken } from './token.js';

const asked = { site: 'shop', order: '1001 "x"', person: 'p_0000000000000000000000' };

it('a link says whom it asks of which order, and none but ours are read', () => {
  const token = feedbackToken('secret', asked);
  expect(readFeedbackToken('secret', token)).toEqual(asked);
  const [said, mac] = token.split('.');
  const other = Buffer.from(JSON.stringify(['shop', '1002', asked.person])).toString('base64url');
  for (const wrong of [
    '',
    '.',
    'x',
    `${other}.${mac}`,
    `${said}.`,
    `${said}.${mac}.`,
    `${said}.AAAA`,
    `${token}A`,
    `${token}!`,
    `${token}=`,
  ])
    expect(readFeedbackToken('secret', wrong)).toBeUndefined();
  expect(readFeedbackToken('another', token)).toBeUndefined();
});

import { expect, it } from 'vitest';
import { splitTouches } from './touches.js';

const first_touch = { url: 'https://shop.test/?via=ada', referrer: 'https://blog.test/', ts: 1 };
const last_touch = { url: 'https://shop.test/?gclid=1', ts: 2 };

it('splitTouches takes the touches out of the rest', () => {
  expect(splitTouches({ first_touch, last_touch, plan: 'pro' })).toEqual({
    first: first_touch,
    last: { ...last_touch, referrer: '' },
    rest: { plan: 'pro' },
  });
  expect(splitTouches({ first_touch, last_touch: first_touch })).toEqual({
    first: first_touch,
    last: undefined,
    rest: {},
  });
});

it.each([{}, { first_touch: 'mine' }, { last_touch: null }, { first_touch: { url: 'x' }, last_touch: [] }])(
  'splitTouches of %j leaves it alone',
  (props) => expect(splitTouches(props)).toEqual({ first: undefined, last: undefined, rest: props }),
);

import { describe, expect, it } from 'vitest';
import { asksTheSame, viewUrl } from './view_address.js';

describe('what two addresses ask', () => {
  it.each([
    ['status=new&country!=ES', 'country!=ES&status=new', true],
    ['status=new&status=working', 'status=new&status=working', true],
    ['status=new', 'status!=new', false],
    ['status=new', '', false],
    ['search=a+b', 'search=a%20b', true],
  ])('%s and %s: the same is %s', (one, other, same) => expect(asksTheSame(one, other)).toBe(same));
});

describe('the address of a view', () => {
  it('names the view and all that it asks', () =>
    expect(viewUrl('/leads', 'shop', { id: 'v1', address: 'country!=ES&name~=%C3%A7+%26' })).toBe(
      '/leads?site=shop&view=v1&country%21=ES&name%7E=%C3%A7+%26',
    ));
  it('is the bare page where none is chosen', () =>
    expect(viewUrl('/leads', 'shop')).toBe('/leads?site=shop'));
});

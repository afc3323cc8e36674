import { describe, expect, it } from 'vitest';
import { clearTimeline, timelineAsked } from './asked.js';

const asked = (search: string) => {
  const { older, newer, ...rest } = timelineAsked(new URLSearchParams(search), 'p1');
  return { ...rest, older: older.toString(), newer: newer.toString() };
};

describe('timelineAsked', () => {
  it('asks for all of it where the address says nothing of it', () => {
    expect(asked('site=demo&sort=type&order=asc')).toMatchObject({
      day: '',
      isNarrowed: false,
      older: 'person=p1',
    });
  });

  it('passes filters and search on', () => {
    const { older, ...rest } = asked('type=form_submit&type=identify&campaign~=may&search= red &tab=2');
    expect(rest).toMatchObject({ words: 'red', isNarrowed: true, day: '' });
    expect(new URLSearchParams(older).getAll('type')).toEqual(['form_submit', 'identify']);
    expect(new URLSearchParams(older).get('campaign~')).toBe('may');
    expect(older).not.toContain('tab');
  });

  it('parts it at the end of a day, both sides filtered', () => {
    expect(asked('day=2026-10-31&type=form_submit')).toMatchObject({
      day: '2026-10-31',
      older: 'person=p1&type=form_submit&before=2026-11-01',
      newer: 'person=p1&type=form_submit&after=2026-11-01&order=asc',
    });
  });

  it.each(['2026-02-30', 'yesterday', '9999-12-31', ''])('knows no day %j', (day) => {
    expect(asked(`day=${day}`)).toMatchObject({ day: '', older: 'person=p1' });
  });
});

it('clearTimeline leaves what is of the page', () => {
  const address = new URLSearchParams('site=demo&type!=identify&search=x&day=2026-10-31&lang=es');
  clearTimeline(address);
  expect(address.toString()).toBe('site=demo&lang=es');
});

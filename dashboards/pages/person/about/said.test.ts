import { describe, expect, it } from 'vitest';
import type { Said } from '../../../people/claims.js';
import { identifiersOf, partnerOf, standingOf } from './said.js';

const said = (part: Partial<Said>): Said => ({
  attribute: 'name',
  value: 'Ada',
  id: '',
  is_word: false,
  first_said: 1,
  last_said: 1,
  times: 1,
  event_id: 'e',
  type: 'form_submit',
  ...part,
});

describe('what holds of an attribute', () => {
  const word = said({ is_word: true, type: 'lead_entered', last_said: 2 });
  const claim = said({ value: 'Ada L.', last_said: 3 });

  it('is a word, though a claim says otherwise', () =>
    expect(standingOf([word, claim], 'name', 'Ada')).toEqual({
      isClaimed: false,
      otherwise: claim,
      holding: word,
      all: [claim, word],
    }));

  it('is a claim where nobody who is trusted said it', () =>
    expect(standingOf([claim], 'name', 'Ada L.')).toEqual({
      isClaimed: true,
      otherwise: undefined,
      holding: claim,
      all: [],
    }));

  it('is no claim where a word says the same', () =>
    expect(standingOf([said({}), word], 'name', 'Ada')).toEqual({
      isClaimed: false,
      otherwise: undefined,
      holding: word,
      all: [],
    }));

  it('keeps what it was before, also that it was cleared', () => {
    const cleared = said({ value: '', is_word: true, last_said: 5 });
    expect(standingOf([word, cleared], 'name', '')).toMatchObject({ all: [cleared, word] });
  });

  it('has nothing to do with other attributes', () =>
    expect(standingOf([word, claim], 'company', '')).toEqual({
      isClaimed: false,
      otherwise: undefined,
      holding: undefined,
      all: [],
    }));
});

describe('identifiers', () => {
  const all = identifiersOf([
    said({ attribute: 'customer', value: 'c-1', id: 'p2', first_said: 7 }),
    said({ attribute: 'email', value: 'b@x.example', id: 'p3', first_said: 6 }),
    said({ attribute: 'email', value: 'a@x.example', id: 'p1', first_said: 5, is_word: true }),
    said({ attribute: 'email', value: 'a@x.example', id: 'p1', first_said: 3 }),
    said({ attribute: 'phone', value: '+34', first_said: 4 }),
  ]);

  it('are told once, e-mails first, the oldest first, and whether any word said them', () =>
    expect(all).toEqual([
      { attribute: 'email', value: 'a@x.example', id: 'p1', since: 3, isClaimed: false },
      { attribute: 'email', value: 'b@x.example', id: 'p3', since: 6, isClaimed: true },
      { attribute: 'phone', value: '+34', id: '', since: 4, isClaimed: true },
      { attribute: 'customer', value: 'c-1', id: 'p2', since: 7, isClaimed: true },
    ]));

  it('are separated from the person, or from another where they are what the person goes by', () => {
    expect(all.map((one) => partnerOf(all, one, 'p1'))).toEqual(['p3', 'p1', undefined, 'p1']);
    expect(partnerOf(all.slice(0, 1), all[0] as (typeof all)[0], 'p1')).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { makeFormat } from '../../i18n/format.js';
import { wordsIn } from './testing.js';
import { fieldTerm, stageText, textTerm, toldFacts, untold } from './told.js';

const [en, es, tr] = await Promise.all([wordsIn('en'), wordsIn('es'), wordsIn('tr')]);

const format = makeFormat('en', 'UTC');
const facts = (type: string, props: Record<string, unknown>, order_id = '') =>
  toldFacts({ type, props, order_id }, en, format);

describe('toldFacts', () => {
  it.each([
    ['purchase', { reps: ['mia', 'lee'] }, [['Sales reps', 'mia, lee']]],
    ['refund', { refundId: 'r1' }, [['Refund number', 'r1']]],
    ['refund', { refundId: '' }, []],
    ['contact_logged', { channel: 'call', rep: 'mia' }, [['Sales rep', 'mia']]],
    ['stage_changed', { stage: 'qualified', from: 'new' }, [['Before', 'New']]],
    ['feedback', { rating: 4.5, ratingMax: 5 }, [['Rating', '4.5 / 5']]],
    ['feedback', { rating: 4 }, [['Rating', '4']]],
    ['identify', { signature: 'wrong' }, [['Signature', 'wrong: counts as a claim']]],
    ['identify', {}, []],
    ['feedback', {}, []],
    ['conversion', { reps: ['mia'] }, []],
    ['conversion', { name: 'Trial' }, []],
    [
      'click_evidence',
      { click: 'c1', kind: 'key', trusted: true },
      [
        ['Click', 'c1'],
        ['What was noticed', 'a key pressed on the page'],
      ],
    ],
    [
      'click_evidence',
      { kind: 'key', trusted: false },
      [['What was noticed', 'a key pressed on the page, by a program and no hand']],
    ],
    [
      'click_evidence',
      { kind: 'landing', trusted: false },
      [['What was noticed', 'the page that the link leads to was opened']],
    ],
    ['poem_written', { rep: 'mia', rating: 5 }, []],
    ['toString', { rep: 'mia' }, []],
  ] as const)('of a %s with %j', (type, props, expected) => expect(facts(type, props)).toEqual(expected));

  it('name the goal of an order, which its sentence does not', () => {
    expect(facts('conversion', { name: 'Trial' }, '1001')).toEqual([['Goal', 'Trial']]);
  });

  it('name the order that feedback is about', () => {
    expect(facts('feedback', {}, '1001')).toEqual([['Order', '1001']]);
  });
});

it('untold is what no other words tell', () => {
  expect(untold('contact_logged', { channel: 'call', rep: 'mia', room: 7 }, en)).toEqual([['room', 7]]);
  expect(untold('consent', { choice: 'granted' }, en)).toEqual([]);
  for (const type of ['poem_written', 'toString', '__proto__'])
    expect(untold(type, { rep: 'mia' }, en)).toEqual([['rep', 'mia']]);
});

it('stageText puts our stages in words and leaves the owner’s own', () => {
  expect([en, es, tr].map((m) => stageText('qualified', m))).toEqual([
    'Qualified',
    'Cualificado',
    'Nitelikli',
  ]);
  expect(stageText('Proposal sent', es)).toBe('Proposal sent');
  for (const name of ['toString', '__proto__']) expect(stageText(name, en)).toBe(name);
  expect(stageText(undefined, en)).toBe('');
});

it('terms are ours for what reps write, and the page’s for its forms', () => {
  expect(textTerm('purchase', en)).toBe('Instructions');
  expect(textTerm('form_submit', en)).toBe('Message');
  expect(fieldTerm('contact_logged', 'outcome', en)).toBe('Outcome');
  expect(fieldTerm('contact_logged', 'toString', en)).toBe('toString');
  expect(fieldTerm('form_submit', 'outcome', en)).toBe('outcome');
});

it('a type that no page knows is told by its texts', () => {
  const texts = { label: 'Was shown', facts: { product: 'Product', seats: 'Seats' }, message: 'Notes' };
  const m = { ...en, events: { ...en.events, of_tomorrow: texts } };
  const event = { type: 'of_tomorrow', props: { product: 'Mug', seats: 1_200, room: 7 }, order_id: '' };
  expect(toldFacts(event, m, format)).toEqual([
    ['Product', 'Mug'],
    ['Seats', '1,200'],
  ]);
  expect(untold('of_tomorrow', event.props, m)).toEqual([['room', 7]]);
  expect(textTerm('of_tomorrow', m)).toBe('Notes');
});

import { describe, expect, it } from 'vitest';
import type { TimelineEvent } from '../../api.js';
import { dayKey } from '../../i18n/format.js';
import { entriesOf } from './group.js';
import { event } from './testing.js';

const keys = (events: TimelineEvent[], zone: string) => {
  const days = new Map<string, string[]>();
  for (const { key, count, event } of entriesOf(events, zone)) {
    const day = dayKey(event.ts, zone);
    days.set(day, [...(days.get(day) ?? []), `${key}×${count}`]);
  }
  return [...days];
};

describe('entriesOf', () => {
  const events = [
    event('d', '2026-10-26T01:00:00Z'),
    event('c', '2026-10-25T22:30:00Z'),
    event('b', '2026-10-25T00:30:00Z'),
    event('a', '2026-10-24T22:30:00Z'),
  ];

  it('follows the days of the zone', () => {
    expect(keys(events, 'UTC')).toEqual([
      ['2026-10-26', ['d×1']],
      ['2026-10-25', ['c×1', 'b×1']],
      ['2026-10-24', ['a×1']],
    ]);
    expect(keys(events, 'Europe/Istanbul')).toEqual([
      ['2026-10-26', ['d×1', 'c×1']],
      ['2026-10-25', ['b×1', 'a×1']],
    ]);
    expect(keys(events, 'America/Los_Angeles')).toEqual([
      ['2026-10-25', ['d×1', 'c×1']],
      ['2026-10-24', ['b×1', 'a×1']],
    ]);
  });

  it('has one day of 25 hours when the clocks go back', () => {
    // Madrid's 25 October 2026 lasts from 22:00 UTC the day before to 23:00 UTC.
    expect(keys(events, 'Europe/Madrid').map(([key]) => key)).toEqual(['2026-10-26', '2026-10-25']);
  });

  it('makes one entry of views of one page, whatever the address carries', () => {
    const views = [
      event('c', '2026-10-25T10:02:00Z', { url: 'https://shop.example/pricing#faq' }),
      event('b', '2026-10-25T10:01:00Z', {
        url: 'https://shop.example/pricing',
        engaged_ms: 2_000,
        scroll_percent: 40,
      }),
      event('a', '2026-10-25T10:00:00Z', {
        url: 'https://shop.example/pricing?utm_source=x',
        source: 'x',
        campaign: 'y',
        engaged_ms: 5_000,
        scroll_percent: 90,
      }),
    ];
    const entries = entriesOf(views, 'UTC');
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      key: 'a',
      count: 3,
      event: { event_id: 'c', source: 'x', campaign: 'y', engaged_ms: 7_000, scroll_percent: 90 },
    });
  });

  it('keeps views apart by visitor, by visit, by day and around other events', () => {
    const url = 'https://shop.example/pricing';
    const apart = (newer: Partial<TimelineEvent>, older: Partial<TimelineEvent>, zone = 'UTC') =>
      keys(
        [
          event('b', '2026-10-25T10:01:00Z', { url, ...newer }),
          event('a', '2026-10-25T10:00:00Z', { url, ...older }),
        ],
        zone,
      );
    expect(apart({}, {})).toEqual([['2026-10-25', ['a×2']]]);
    expect(apart({ visitor_id: 'v2' }, {})).toEqual([['2026-10-25', ['b×1', 'a×1']]]);
    expect(apart({ source: 'google' }, { source: 'bing' })).toEqual([['2026-10-25', ['b×1', 'a×1']]]);
    expect(apart({ type: 'form_submit' }, { type: 'form_submit' })).toEqual([['2026-10-25', ['b×1', 'a×1']]]);
    expect(apart({ ts: Date.parse('2026-10-26T00:00:00Z') }, {})).toHaveLength(2);
  });

  it('tells which visit a view is of', () => {
    const at = (id: string, time: string, more: Partial<TimelineEvent> = {}) =>
      event(id, `2026-10-25T${time}:00Z`, more);
    const visits = entriesOf(
      [
        at('f', '13:00', { visitor_id: 'v2' }),
        at('e', '12:59'),
        at('d', '12:20', { source: 'google' }),
        at('c', '12:10'),
        at('form', '12:05', { type: 'form_submit' }),
        at('b', '12:00'),
        at('a', '11:00'),
      ],
      'UTC',
    ).map(({ key, visit }) => `${key} of ${visit}`);
    expect(visits).toEqual(['f of f', 'e of e', 'd of d', 'c of b', 'form of undefined', 'b of b', 'a of a']);
  });

  it('marks what a browser did before it was somebody’s, and no other browser', () => {
    const at = (id: string, time: string, more: Partial<TimelineEvent> = {}) =>
      event(id, `2026-10-25T${time}:00Z`, more);
    const entries = entriesOf(
      [
        at('e', '12:04'),
        at('form', '12:03', { type: 'form_submit', became_known: true }),
        at('d', '12:02', { visitor_id: 'v2' }),
        at('c', '12:01', { type: 'link_click' }),
        at('b', '12:01', { type: 'lead_entered', visitor_id: '' }),
        at('a', '12:00'),
      ],
      'UTC',
    );
    expect(entries.filter(({ isUnknown }) => isUnknown).map(({ key }) => key)).toEqual(['c', 'a']);
  });

  it('leaves what it was given as it was', () => {
    const given = [
      event('b', '2026-10-25T10:01:00Z', { url: 'x' }),
      event('a', '2026-10-25T10:00:00Z', { url: 'x' }),
    ];
    const before = structuredClone(given);
    entriesOf(given, 'UTC');
    expect(given).toEqual(before);
  });
});

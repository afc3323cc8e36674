import { Popover } from '../../../components/Popover.js';
import { useFormat, useSite } from '../../../components/site.js';
import { dayKey } from '../../../i18n/format.js';
import { now } from '../../../now.js';
import { Claimed } from '../../../people/Claimed.js';
import type { Said } from '../../../people/claims.js';
import { LongText } from '../../../people/LongText.js';
import { standingOf, wayOf } from './said.js';
import { texts } from './texts.js';

/** Of values that were ever said: more than a reader goes through. */
const SHOWN_MAX = 50;

interface SaidMarkProps {
  said: readonly Said[];
  /** As events have it. */
  attribute: string;
  title: string;
  /** The one that holds. */
  value: string;
  /** A value in the reader's words. */
  say?: (value: string) => string;
}

/** Beside a fact: that nobody has confirmed it, what a claim says otherwise, and all that was ever said of it. */
export function SaidMark({ said, attribute, title, value, say = (text) => text }: SaidMarkProps) {
  const m = texts.value;
  const dayOf = useDay();
  const { isClaimed, otherwise, holding, all } = standingOf(said, attribute, value);
  return (
    <>
      {isClaimed && <Claimed />}
      {otherwise && ' '}
      {otherwise && (
        <span class="said-otherwise muted small">
          {m.otherwise(
            m.ways[wayOf(otherwise.type)],
            dayOf(otherwise.last_said),
            <LongText>{say(otherwise.value)}</LongText>,
          )}
        </span>
      )}
      {all.length > 0 && ' '}
      {all.length > 0 && (
        <Popover
          class="button-link"
          floats
          label={m.history(title)}
          button={
            <>
              {m.values(all.length)}
              <span class="hidden-text"> ({title})</span>
            </>
          }
        >
          {() => (
            <ul class="said-list">
              {all.slice(0, SHOWN_MAX).map((one) => (
                <li key={`${one.is_word} ${one.value}`}>
                  <p>
                    {one.value ? <LongText>{say(one.value)}</LongText> : <em>{m.cleared}</em>}{' '}
                    {one === holding && <span class="tag">{m.holds}</span>}
                  </p>
                  <p class="muted small">
                    {m.saidBy[wayOf(one.type)](dayOf(one.last_said))}
                    {one.times > 1 && ` (${m.times(one.times)})`}
                    {'. '}
                    {one.is_word ? m.isWord : m.isClaim}
                  </p>
                </li>
              ))}
            </ul>
          )}
        </Popover>
      )}
    </>
  );
}

/** The day of a moment at the site, as it stands in a sentence: its year where it is not this one. */
export function useDay(): (ts: number) => string {
  const format = useFormat();
  const { timeZone } = useSite().site;
  const yearOf = (day: string) => day.slice(0, 4);
  return (ts) => {
    const day = dayKey(ts, timeZone);
    return yearOf(day) === yearOf(dayKey(now.value, timeZone)) ? format.monthDay(day) : format.shortDay(day);
  };
}

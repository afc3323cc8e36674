import './DateRange.css';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { dayKey } from '../i18n/format.js';
import { now } from '../now.js';
import {
  type Comparison,
  comparedWith,
  comparisonIn,
  comparisons,
  type Preset,
  presetOf,
  presets,
  type Range,
  rangeIn,
  rangeOf,
} from './date_range.js';
import { Icon } from './Icon.js';
import { Popover } from './Popover.js';
import { useFormat, useSite } from './site.js';
import { texts } from './texts.js';
import { useAddress } from './useAddress.js';

/** The days that a page tells of, and those beside them, as the address has them: days of the site. */
export function useDateRange(usual: Preset) {
  const { site } = useSite();
  const { search, change } = useAddress();
  const today = dayKey(now.value, site.timeZone);
  const range = rangeIn(search, today, usual);
  const comparison = comparisonIn(search);
  return {
    today,
    range,
    comparison,
    compared: comparedWith(range, comparison),
    setRange: ({ from, to }: Range) =>
      change((next) => {
        next.set('from', from);
        next.set('to', to);
      }),
    setComparison: (comparison: Comparison) =>
      change((next) => {
        if (comparison) next.set('compare', comparison);
        else next.delete('compare');
      }),
  };
}

interface DateRangeProps {
  usual: Preset;
  /** Whether the days can be compared with others; left out where they can. */
  canCompare?: boolean;
}

/** Chooses the days of a page, and what they are compared with. */
export function DateRange({ usual, canCompare = true }: DateRangeProps) {
  const m = texts.value.range;
  const format = useFormat();
  const { today, range, comparison, compared, setRange, setComparison } = useDateRange(usual);
  const preset = presetOf(range, today);
  const dates = format.dayRange(range.from, range.to);
  return (
    <div class="date-range">
      <Popover label={m.days} button={<Label text={preset ? m.presets[preset] : dates} />}>
        {(close) => (
          <>
            <div class="range-presets">
              {presets.map((one) => (
                <button
                  key={one}
                  type="button"
                  class="range-choice"
                  aria-pressed={one === preset}
                  onClick={() => {
                    setRange(rangeOf(one, today));
                    close();
                  }}
                >
                  {m.presets[one]}
                  {one === preset && <Icon name="check" />}
                </button>
              ))}
            </div>
            <Days
              range={range}
              onApply={(next) => {
                setRange(next);
                close();
              }}
            />
          </>
        )}
      </Popover>
      {canCompare && (
        <Popover
          label={m.comparison}
          button={
            <Label
              text={compared ? m.with(format.dayRange(compared.from, compared.to)) : m.comparisons.none}
            />
          }
        >
          {(close) =>
            comparisons.map((one) => {
              const days = comparedWith(range, one);
              return (
                <button
                  key={one}
                  type="button"
                  class="range-choice"
                  aria-pressed={one === comparison}
                  onClick={() => {
                    setComparison(one);
                    close();
                  }}
                >
                  <span>
                    {m.comparisons[one || 'none']}
                    {days && (
                      <span class="muted small range-days">{format.dayRange(days.from, days.to)}</span>
                    )}
                  </span>
                  {one === comparison && <Icon name="check" />}
                </button>
              );
            })
          }
        </Popover>
      )}
    </div>
  );
}

const Label = ({ text }: { text: string }) => (
  <>
    {text}
    <Icon name="down" />
  </>
);

/** Any days. */
function Days({ range, onApply }: { range: Range; onApply: (range: Range) => void }) {
  const m = texts.value.range;
  const id = useId();
  const from = useSignal(range.from);
  const to = useSignal(range.to);
  const problem = from.value && to.value && from.value > to.value ? m.wrongOrder : '';
  return (
    <form
      class="range-custom"
      onSubmit={(event) => {
        event.preventDefault();
        if (from.peek() && to.peek() && from.peek() <= to.peek())
          onApply({ from: from.peek(), to: to.peek() });
      }}
    >
      {(
        [
          [m.from, from],
          [m.to, to],
        ] as const
      ).map(([label, day]) => (
        <label key={label} class="field">
          <span>{label}</span>
          <input
            type="date"
            required
            value={day.value}
            aria-invalid={problem !== ''}
            aria-describedby={id}
            onInput={(event) => {
              day.value = event.currentTarget.value;
            }}
          />
        </label>
      ))}
      <p id={id} class="problem">
        {problem}
      </p>
      <button type="submit" class="button" aria-disabled={problem !== ''}>
        {m.apply}
      </button>
    </form>
  );
}

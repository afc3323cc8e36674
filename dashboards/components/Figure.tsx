import './Figure.css';
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.js';
import { texts } from './texts.js';

interface FigureProps {
  label: string;
  /** As it is written: `1,193`, `€96,480`. Nothing while it is being read. */
  value: ComponentChildren;
  change?: Change | undefined;
  /** Where numbers are small: between what and what it is likely to be, as written. */
  interval?: string | undefined;
  /** To the people or orders that it counts. */
  href?: string | undefined;
}

/** Against the time that it is compared with. */
export interface Change {
  /** As written, with its sign: `+12 %`, `−4`. */
  text: string;
  /** What it was. */
  before: string;
  /** Which way it went, and whether that is good news; neither where nothing speaks for it. */
  direction: 'up' | 'down' | 'same';
  news?: 'better' | 'worse' | undefined;
}

/** A number with its name, what it was before, and the way down to what it counts. */
export function Figure({ label, value, change, interval, href }: FigureProps) {
  const m = texts.value.figure;
  return (
    <div class="figure">
      <dt>{label}</dt>
      <dd>
        <span class="figure-value">
          {value === undefined ? (
            <span class="skeleton-line figure-skeleton" />
          ) : href ? (
            <a href={href}>{value}</a>
          ) : (
            value
          )}
        </span>
        {interval && (
          <span class="figure-beside">
            <span class="hidden-text">{m.between} </span>
            {interval}
          </span>
        )}
        {change && (
          <span class={`figure-beside ${change.news ? `figure-${change.news}` : ''}`}>
            {change.direction !== 'same' && (
              <Icon name={change.direction === 'up' ? 'ascending' : 'descending'} />
            )}
            {change.text}
            {change.news && <span class="figure-news"> {m[change.news]}</span>}
            <span class="muted"> {m.before(change.before)}</span>
          </span>
        )}
      </dd>
    </div>
  );
}

/** Figures side by side, as one strip. */
export function Figures({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a list of terms cannot be a fieldset
    <div role="group" aria-label={label}>
      <dl class="figures card">{children}</dl>
    </div>
  );
}

/**
 * How a number has changed, for `Figure`.
 *
 * @param say writes a share of a hundred with its sign
 * @param good which way is good news; left out where neither is
 */
export function changeOf(
  value: number,
  before: number,
  {
    say,
    format,
    good,
  }: { say: (share: number) => string; format: (value: number) => string; good?: 'up' | 'down' | undefined },
): Change {
  const direction = value === before ? 'same' : value > before ? 'up' : 'down';
  const text =
    before === 0
      ? value > 0
        ? `+${format(value)}`
        : format(value)
      : say(Math.round(((value - before) / Math.abs(before)) * 100));
  const news = direction === 'same' || !good ? undefined : direction === good ? 'better' : 'worse';
  return { text, before: format(before), direction, news };
}

/** Where the lines of a chart stand. */
export interface Scale {
  max: number;
  /** Values at which a line is drawn, from 0 on. */
  ticks: number[];
}

/**
 * From 0 to a round number at or above the greatest value, in three to five steps. Counts have no steps between whole
 * numbers.
 */
export function scaleOf(values: readonly number[], isWhole: boolean): Scale {
  const greatest = Math.max(0, ...values.filter(Number.isFinite));
  if (greatest === 0) return { max: 1, ticks: [0, 1] };
  const rough = greatest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough;
  const steps = isWhole ? Math.max(1, Math.ceil(step)) : step;
  const count = Math.ceil(greatest / steps - 1e-9);
  return { max: count * steps, ticks: Array.from({ length: count + 1 }, (_, index) => index * steps) };
}

/**
 * A line through points, in a square of 100 × 100 that is stretched to the chart's size; it breaks where there is no
 * value.
 */
export function pathOf(values: readonly (number | undefined)[], max: number): string {
  const x = (index: number) => (values.length > 1 ? (index / (values.length - 1)) * 100 : 50);
  return values
    .map((value, index) => {
      if (value === undefined) return '';
      const isStart = values[index - 1] === undefined;
      // A point alone would be no line at all.
      const dot = isStart && values[index + 1] === undefined ? 'h0.01' : '';
      return `${isStart ? 'M' : 'L'}${round(x(index))} ${round(100 - (value / max) * 100)}${dot}`;
    })
    .join('');
}

/** A bar for each value, side by side in the same square; half as much room between them as they are wide. */
export function barsOf(values: readonly (number | undefined)[], max: number): string {
  const slot = 100 / values.length;
  return values
    .map((value, index) =>
      value
        ? `M${round((index + 1 / 6) * slot)} 100v${-round((value / max) * 100)}h${round((slot * 2) / 3)}V100z`
        : '',
    )
    .join('');
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Which of so many points have a label below: the first, the last, and some between that leave room. */
export function labelled(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, index) => index);
  const step = Math.ceil((count - 1) / (most - 1));
  const inner = Array.from({ length: Math.floor((count - 1) / step) + 1 }, (_, index) => index * step);
  const last = count - 1;
  return [...inner.filter((index) => last - index >= step / 2), last];
}

import './Chart.css';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { barsOf, labelled, pathOf, type Scale, scaleOf } from './chart_scale.js';
import { texts } from './texts.js';

export interface Point {
  /** When it was, as it is read out and stands in the table: "14 Nov 2026". */
  label: string;
  /** The same below the line, where there is little room: "14 Nov". */
  short?: string | undefined;
  value: number | undefined;
  /** What stood there in the time that it is compared with, and when that was. */
  compared?: number | undefined;
  comparedLabel?: string | undefined;
}

interface ChartProps {
  /** What is counted, of when: names the chart and its table. */
  label: string;
  /** Day by day, week by week, month by month; of bars whatever they are told apart by. */
  points: readonly Point[];
  /** What the points are called together: "Day". */
  unit: string;
  /** What the two lines are called. */
  names: { value: string; compared?: string };
  format: (value: number) => string;
  /** Values are whole numbers; left out where they are. */
  isWhole?: boolean;
  /** A line over time where it is left out. */
  shape?: 'line' | 'bars';
}

/** A line over time, with the time before as a broken one, or bars side by side. A pointer or the arrow keys read it; the table tells the same. */
export function Chart(props: ChartProps) {
  const m = texts.value.chart;
  const id = useId();
  const asTable = useSignal(false);
  const { label, points, names } = props;
  const hasCompared = points.some(({ compared }) => compared !== undefined);
  return (
    <figure class="chart" aria-labelledby={id}>
      <figcaption class="chart-head">
        <span id={id}>{label}</span>
        {hasCompared && !asTable.value && (
          <span class="chart-key small muted">
            <svg class="chart-sample" aria-hidden="true" viewBox="0 0 20 4">
              <path class="chart-line" d="M0 2h20" />
            </svg>
            {names.value}
            <svg class="chart-sample" aria-hidden="true" viewBox="0 0 20 4">
              <path class="chart-compared" d="M0 2h20" />
            </svg>
            {names.compared}
          </span>
        )}
        <button
          type="button"
          class="button button-plain button-small"
          onClick={() => {
            asTable.value = !asTable.peek();
          }}
        >
          {asTable.value ? m.asChart : m.asTable}
        </button>
      </figcaption>
      {asTable.value ? <ChartTable {...props} hasCompared={hasCompared} /> : <Plot {...props} />}
    </figure>
  );
}

const LABELS_MAX = 6;

function Plot({ label, points, names, format, isWhole = true, shape = 'line' }: ChartProps) {
  const at = useSignal<number | undefined>(undefined);
  const scale = scaleOf(
    points.flatMap(({ value, compared }) => [value ?? 0, compared ?? 0]),
    isWhole,
  );
  const last = points.length - 1;
  const current = Math.min(at.value ?? last, last);
  const isBars = shape === 'bars';
  const place = (index: number) =>
    isBars ? ((index + 0.5) / points.length) * 100 : last > 0 ? (index / last) * 100 : 50;
  const said = readout(points[current], names, format);
  const move = (index: number) => {
    at.value = Math.max(0, Math.min(last, index));
  };
  if (points.length === 0) return <p class="muted">{texts.value.chart.empty}</p>;

  function onKeyDown(event: KeyboardEvent): void {
    const steps: Partial<Record<string, number>> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowDown: -1,
      ArrowUp: 1,
    };
    const step = steps[event.key];
    if (step !== undefined) move(current + step);
    else if (event.key === 'Home') move(0);
    else if (event.key === 'End') move(last);
    else return;
    event.preventDefault();
  }
  function onPointerMove({ clientX, currentTarget }: PointerEvent): void {
    const { left, width } = (currentTarget as Element).getBoundingClientRect();
    const share = (clientX - left) / width;
    move(isBars ? Math.floor(share * points.length) : Math.round(share * last));
  }

  return (
    <>
      <p class="chart-readout small" aria-hidden="true">
        {said}
      </p>
      <div class="chart-plot">
        <Ticks scale={scale} format={format} />
        <div
          class="chart-area"
          role="slider"
          tabIndex={0}
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={last}
          aria-valuenow={current}
          aria-valuetext={said}
          onKeyDown={onKeyDown}
          onPointerMove={onPointerMove}
          onPointerDown={onPointerMove}
          onPointerLeave={() => {
            at.value = undefined;
          }}
        >
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            {scale.ticks.map((tick) => (
              <path key={tick} class="chart-grid" d={`M0 ${100 - (tick / scale.max) * 100}h100`} />
            ))}
            <path
              class="chart-compared"
              d={pathOf(
                points.map(({ compared }) => compared),
                scale.max,
              )}
            />
            <path
              class={isBars ? 'chart-bars' : 'chart-line'}
              d={(isBars ? barsOf : pathOf)(
                points.map(({ value }) => value),
                scale.max,
              )}
            />
            {at.value !== undefined && <path class="chart-cursor" d={`M${place(current)} 0v100`} />}
          </svg>
        </div>
        <ol class="chart-labels" aria-hidden="true">
          {labelled(points.length, LABELS_MAX).map((index) => (
            <li
              key={index}
              style={{ insetInlineStart: `${place(index)}%` }}
              class={
                isBars ? undefined : index === 0 ? 'chart-first' : index === last ? 'chart-last' : undefined
              }
            >
              {points[index]?.short ?? points[index]?.label}
            </li>
          ))}
        </ol>
      </div>
    </>
  );
}

function Ticks({ scale, format }: { scale: Scale; format: ChartProps['format'] }) {
  return (
    <ol class="chart-ticks" aria-hidden="true">
      {scale.ticks.map((tick) => (
        <li key={tick} style={{ insetBlockEnd: `${(tick / scale.max) * 100}%` }}>
          {format(tick)}
        </li>
      ))}
    </ol>
  );
}

/** A point in words: "14 November: 312 · 14 October: 280". */
function readout(point: Point | undefined, names: ChartProps['names'], format: ChartProps['format']): string {
  if (!point) return '';
  const { label, value, compared, comparedLabel } = point;
  const said = (one: number | undefined) => (one === undefined ? '–' : format(one));
  const own = `${label}: ${said(value)}`;
  if (compared === undefined) return own;
  return `${own} · ${comparedLabel ?? names.compared ?? ''}: ${said(compared)}`;
}

function ChartTable({
  label,
  points,
  unit,
  names,
  format,
  hasCompared,
}: ChartProps & { hasCompared: boolean }) {
  const cell = (value: number | undefined) => (value === undefined ? '–' : format(value));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section class="chart-table" tabIndex={0} aria-label={label}>
      <table>
        <caption class="hidden-text">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{unit}</th>
            <th scope="col" class="number">
              {names.value}
            </th>
            {hasCompared && (
              <th scope="col" class="number">
                {names.compared}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {points.map(({ label: point, value, compared }) => (
            <tr key={point}>
              <th scope="row">{point}</th>
              <td class="number">{cell(value)}</td>
              {hasCompared && <td class="number">{cell(compared)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import { Chart } from '../../components/Chart.js';
import { DateRange, useDateRange } from '../../components/DateRange.js';
import { addDays, daysIn } from '../../components/date_range.js';
import { changeOf, Figure, Figures } from '../../components/Figure.js';
import { useFormat } from '../../components/site.js';
import { texts } from './texts.js';

/** The same for the same day: it looks like leads of a small company. */
const countOn = (day: string): number => {
  const at = Date.parse(day) / 86_400_000;
  return Math.round(11 + 5 * Math.sin(at / 5) + 3 * Math.sin(at * 2.4) + (at % 7 < 2 ? -3 : 2));
};

export function ReportsPart() {
  const m = texts.value;
  const format = useFormat();
  const { range, compared } = useDateRange('days30');
  const points = Array.from({ length: daysIn(range) }, (_, index) => {
    const day = addDays(range.from, index);
    const before = compared && addDays(compared.from, index);
    return {
      label: format.shortDay(day),
      short: format.monthDay(day),
      value: countOn(day),
      compared: before && before <= compared.to ? countOn(before) : undefined,
      comparedLabel: before && format.shortDay(before),
    };
  });
  const sum = points.reduce((total, { value }) => total + value, 0);
  const before = points.reduce((total, { compared = 0 }) => total + compared, 0);
  const change = (value: number, was: number, good?: 'up' | 'down') =>
    compared && changeOf(value, was, { say: format.change, format: format.number, good });
  return (
    <>
      <DateRange usual="days30" />
      <Figures label={m.figures.label}>
        <Figure label={m.figures.visitors} value={undefined} />
        <Figure
          label={m.figures.leads}
          value={format.number(sum)}
          href="#lists"
          change={change(sum, before, 'up')}
        />
        <Figure label={m.figures.refunds} value={format.number(7)} change={change(7, 4, 'down')} />
        <Figure
          label={m.figures.rate}
          value={format.percent(4)}
          interval={`${format.percent(3)}–${format.percent(5)}`}
        />
        <Figure
          label={m.figures.revenue}
          value={format.money(9_648_000, 'EUR')}
          change={change(96_480, 96_480)}
        />
      </Figures>
      <div class="card">
        <Chart
          label={m.chart.label}
          points={points}
          unit={m.chart.unit}
          names={{ value: m.chart.value, compared: m.chart.compared }}
          format={format.number}
        />
      </div>
      <div class="card">
        <Chart
          label={m.states.empty}
          points={[]}
          unit={m.chart.unit}
          names={{ value: m.chart.value }}
          format={format.number}
        />
      </div>
    </>
  );
}

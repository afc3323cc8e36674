import type { QueryRow } from '../../../schemas/api.js';
import { Chart } from '../../components/Chart.js';
import { Figure, Figures } from '../../components/Figure.js';
import { useFormat } from '../../components/site.js';
import { texts as orderTexts } from '../../orders/texts.js';
import { texts as productTexts } from '../../products/texts.js';
import { texts } from './texts.js';

/** How many units were sold at a price. */
interface Price {
  price_minor: number;
  units: number;
}

/** What a product brought in one currency, and at which prices it was really sold. */
export function Sold({ row }: { row: QueryRow<'products'> }) {
  const m = texts.value;
  const { columns: orders } = orderTexts.value;
  const { columns: products } = productTexts.value;
  const format = useFormat();
  const money = (minor: number | null) => (minor === null ? '–' : format.money(minor, row.currency));
  const prices = (Array.isArray(row.prices) ? row.prices : []) as Price[];
  const label = m.sold(row.currency);
  return (
    <section class="product-sold" aria-label={label}>
      <h2>{label}</h2>
      <Figures label={label}>
        <Figure label={products.units} value={format.number(row.units)} />
        <Figure label={orders.gross} value={money(row.gross_minor)} />
        <Figure label={orders.refunded} value={money(row.refunds_minor)} />
        <Figure label={orders.net} value={money(row.net_minor)} />
        <Figure label={products.average} value={money(row.price_avg_minor)} />
        <Figure label={products.median} value={money(row.price_median_minor)} />
        <Figure label={products.lowest} value={money(row.price_min_minor)} />
        <Figure label={products.highest} value={money(row.price_max_minor)} />
      </Figures>
      <div class="card">
        <Chart
          label={m.prices}
          shape="bars"
          points={prices.map(({ price_minor, units }) => ({ label: money(price_minor), value: units }))}
          unit={m.price}
          names={{ value: m.units }}
          format={format.number}
          isWhole={prices.every(({ units }) => Number.isInteger(units))}
        />
      </div>
    </section>
  );
}

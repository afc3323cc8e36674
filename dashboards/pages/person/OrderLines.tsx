import { isDay } from '../../components/date_range.js';
import { useFormat } from '../../components/site.js';
import { UserText } from '../../components/Text.js';
import { type Line, restOf } from '../../orders/lines.js';
import { texts as orderTexts } from '../../orders/texts.js';
import { words } from './words.js';

/** As many as leave the next entry in sight; an order may have 500. */
const SHOWN = 10;

interface LinesProps {
  lines: Line[];
  currency: string;
}

/** What was ordered. */
export function OrderLines({ lines, currency }: LinesProps) {
  const m = words.value.timeline;
  // A list of eleven with one hidden would save nothing.
  const shown = lines.length > SHOWN + 1 ? SHOWN : lines.length;
  const hidden = lines.slice(shown);
  if (lines.length === 0) return null;
  return (
    <div class="order-lines">
      <List lines={lines.slice(0, shown)} currency={currency} />
      {hidden.length > 0 && (
        <details>
          <summary>{m.moreLines(hidden.length)}</summary>
          <List lines={hidden} currency={currency} />
        </details>
      )}
    </div>
  );
}

function List({ lines, currency }: LinesProps) {
  const { timeline: m, events } = words.value;
  const format = useFormat();
  const { line: names } = orderTexts.value;
  const told = ({ discountMinor, taxMinor, serial, warrantyUntil: day }: Line): [string, string][] =>
    (
      [
        [names.discount, discountMinor > 0 ? format.money(discountMinor, currency) : ''],
        [names.tax, taxMinor === undefined ? '' : format.money(taxMinor, currency)],
        [names.serial, serial],
        [names.warranty, isDay(day) ? format.shortDay(day) : day],
      ] satisfies [string, string][]
    ).filter(([, text]) => text);
  return (
    <ul aria-label={String(events.purchase.facts.lines)}>
      {lines.map((line, index) => {
        const { product, name, quantity, priceMinor } = line;
        const price = priceMinor !== undefined && format.money(priceMinor, currency);
        const more = [...told(line), ...restOf(line)];
        return (
          <li key={`${index}${product}`} class="order-line">
            <span>
              {format.number(quantity)} × <UserText>{name || product}</UserText>
              {more.length > 0 && (
                <span class="muted small order-line-more">
                  <UserText>{more.map((pair) => pair.join(': ')).join(' · ')}</UserText>
                </span>
              )}
            </span>
            {price && <span class="order-price">{quantity === 1 ? price : m.each(price)}</span>}
          </li>
        );
      })}
    </ul>
  );
}

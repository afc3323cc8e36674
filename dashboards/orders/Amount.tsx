import { useFormat } from '../components/site.js';
import { texts } from './texts.js';

interface AmountProps {
  minor: number;
  currency: string;
  /** Of the order, as queries have it. */
  status: string;
}

/** An amount of an order; struck where the order is cancelled, since it counts nowhere. */
export function Amount({ minor, currency, status }: AmountProps) {
  const text = useFormat().money(minor, currency);
  if (status !== 'cancelled') return <>{text}</>;
  const { notCounted } = texts.value;
  return (
    <s class="muted" title={notCounted}>
      {text}
      <span class="hidden-text"> ({notCounted})</span>
    </s>
  );
}

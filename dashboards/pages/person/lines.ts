import type { FactName } from '../../../schemas/events.js';
import type { TimelineEvent } from '../../api.js';
import { textsOf } from '../../i18n/events.js';
import type { Words } from './words.js';

/** One line of an order. */
export interface Line {
  product: string;
  name: string;
  quantity: number;
  /** Of one piece; undefined where none was told. */
  priceMinor: number | undefined;
  /** Whatever else the sender told of it, such as a size. */
  more: [name: string, value: string][];
}

/** The fact that they are. */
export const LINES = 'lines' satisfies FactName<'purchase'>;

/** Whether events of a type are declared to have them. */
export const hasLines = (type: string, m: Words): boolean =>
  Object.hasOwn(textsOf(type, m)?.facts ?? {}, LINES);

/**
 * Takes the lines of an order out of what else came with it, as `collector/pipeline/order.ts` keeps them there. Anything
 * else by that name stays where it is: a sender may call its own list `lines`.
 */
export function splitLines(
  { type, props }: Pick<TimelineEvent, 'type' | 'props'>,
  m: Words,
): {
  lines: Line[];
  rest: TimelineEvent['props'];
} {
  const { [LINES]: raw, ...rest } = props;
  const lines = hasLines(type, m) && Array.isArray(raw) ? raw.map(readLine) : [];
  return lines.every((line) => line !== undefined) && lines.length > 0
    ? { lines, rest }
    : { lines: [], rest: props };
}

function readLine(value: unknown): Line | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { product, name, quantity, price_minor: price, ...more } = value as Record<string, unknown>;
  if (typeof product !== 'string' || typeof quantity !== 'number' || typeof price !== 'number')
    return undefined;
  return {
    product,
    name: typeof name === 'string' ? name : '',
    quantity,
    // The collector keeps 0 for a price that was not told.
    priceMinor: price || undefined,
    more: Object.entries(more).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  };
}

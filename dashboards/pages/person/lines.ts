import type { FactName } from '../../../schemas/events.js';
import type { TimelineEvent } from '../../api.js';
import { textsOf } from '../../i18n/events.js';
import { type Line, readLines } from '../../orders/lines.js';
import type { Words } from './words.js';

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
  const lines = hasLines(type, m) ? readLines(raw) : [];
  const isAll = Array.isArray(raw) && raw.length === lines.length;
  return isAll && lines.length > 0 ? { lines, rest } : { lines: [], rest: props };
}

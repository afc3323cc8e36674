import type { TimelineEvent } from '../../api.js';

/** A visit that the browser remembered, as `collector/pipeline/touch.ts` keeps it. */
export interface Touch {
  url: string;
  referrer: string;
  ts: number;
}

/** Takes the first and the last touch out of what else came with an event; anything else by those names stays. */
export function splitTouches(props: TimelineEvent['props']): {
  first: Touch | undefined;
  /** Undefined where it is the first one. */
  last: Touch | undefined;
  rest: TimelineEvent['props'];
} {
  const { first_touch, last_touch, ...rest } = props;
  const [first, last] = [readTouch(first_touch), readTouch(last_touch)];
  const isSame = first !== undefined && first.url === last?.url && first.ts === last.ts;
  return {
    first,
    last: isSame ? undefined : last,
    rest: {
      ...rest,
      ...(!first && first_touch !== undefined && { first_touch }),
      ...(!last && last_touch !== undefined && { last_touch }),
    },
  };
}

function readTouch(value: unknown): Touch | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { url, referrer, ts } = value as Record<string, unknown>;
  if (typeof url !== 'string' || typeof ts !== 'number') return undefined;
  return { url, referrer: typeof referrer === 'string' ? referrer : '', ts };
}

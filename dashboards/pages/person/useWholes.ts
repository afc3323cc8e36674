import { useSignal } from '@preact/signals';
import { query as ask, type TimelineEvent } from '../../api.js';
import { errorText } from '../../components/Notice.js';
import { useSite } from '../../components/site.js';
import { ApiError } from '../../http.js';
import { messages } from '../../i18n/locale.js';
import { isSameEvent, type Wholes, withWhole } from './whole.js';

/** What is known of an event that somebody wants to see in full. */
interface Opened {
  /** Undefined while it is asked for, and where it could not be had. */
  whole?: TimelineEvent;
  cut: TimelineEvent['cut'];
  problem: string;
}

/** Fetches what the timeline cuts when somebody asks for it, and puts it into the rows. */
export function useWholes(person: string): Wholes & { put(rows: readonly TimelineEvent[]): TimelineEvent[] } {
  const { site } = useSite();
  const opened = useSignal<ReadonlyMap<string, Opened>>(new Map());
  const keyOf = ({ visitor_id, event_id }: TimelineEvent) => `${visitor_id} ${event_id}`;
  const knownOf = (event: TimelineEvent) => opened.value.get(keyOf(event));
  const set = (event: TimelineEvent, next: Opened | undefined) => {
    const all = new Map(opened.peek());
    if (next) all.set(keyOf(event), next);
    else all.delete(keyOf(event));
    opened.value = all;
  };

  async function fetchWhole(event: TimelineEvent): Promise<void> {
    const { cut } = event;
    set(event, { cut, problem: '' });
    try {
      const { rows } = await ask('event', { site: site.id, person, event: event.event_id });
      const whole = rows.find((row) => isSameEvent(row, event));
      set(event, whole ? { whole, cut, problem: '' } : { cut, problem: messages.peek().errors.notFound });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      set(event, { cut, problem: errorText(error) });
    }
  }

  return {
    isWhole: (event) => knownOf(event)?.whole !== undefined,
    isAsked(event) {
      const known = knownOf(event);
      return known !== undefined && !known.whole && !known.problem;
    },
    problemOf: (event) => knownOf(event)?.problem ?? '',
    lengthOf: (event, column) => (knownOf(event)?.cut ?? event.cut)[column] ?? 0,
    toggle(event) {
      const known = opened.peek().get(keyOf(event));
      if (known?.whole) set(event, undefined);
      else if (Object.keys(event.cut).length === 0) set(event, { whole: event, cut: {}, problem: '' });
      else if (!known || known.problem) void fetchWhole(event);
    },
    put: (rows) =>
      rows.map((row) => {
        const whole = knownOf(row)?.whole;
        return whole ? withWhole(row, whole) : row;
      }),
  };
}

import type { Person } from '../../api.js';
import { toast } from '../../components/toast.js';
import { myself } from '../../session.js';
import { write } from './data.js';
import { texts } from './texts.js';

/** What is to be done next for a person. */
export interface Step {
  id: string;
  /** Milliseconds. */
  at: number;
  what: string;
  /** Empty for whoever has charge of the person. */
  rep: string;
}

/** The open ones of a person, the earliest first. */
export const stepsOf = ({ step_ids, step_times, step_texts, step_reps }: Person): Step[] =>
  step_ids.map((id, place) => ({
    id,
    at: step_times[place] ?? 0,
    what: step_texts[place] ?? '',
    rep: step_reps[place] ?? '',
  }));

export const whatOf = ({ what }: Pick<Step, 'what'>): string => what || texts.value.step.untitled;

/** It is done, and can be undone: then it is as it was. @throws ApiError */
export async function finish(site: string, person: string, step: Step): Promise<void> {
  await write(site, person, { type: 'next_step_done', step: step.id, rep: myself() });
  const { id, at, what, rep } = step;
  toast(texts.value.step.wasDone(`\u2068${whatOf(step).slice(0, 60)}\u2069`), {
    undo: async () => {
      await write(site, person, { type: 'next_step_set', step: id, at, what, rep });
    },
  });
}

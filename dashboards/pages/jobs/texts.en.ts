import type { JobName } from '../../../schemas/jobs.js';
import type { Rich } from '../../i18n/messages.js';
import { plurals } from '../../i18n/plural.js';

const plural = plurals('en');

export interface Texts {
  intro: string;
  list: string;
  empty: string;
  columns: { job: string; of: string; state: string; last: string; next: string; lately: string };
  /** What each is called, and what it does. */
  jobs: Record<JobName, { title: string; does: string }>;
  running: (since: string, progress: string) => string;
  percent: (percent: string, done: string, total: string) => string;
  soFar: (done: string) => string;
  /** After what is under way. */
  onceMore: string;
  failed: (attempts: number, error: string, when: string) => string;
  waiting: string;
  done: string;
  never: string;
  /** @param took nothing where it was less than a second */
  last: (when: Rich, took: string | undefined) => Rich;
  whenAsked: string;
  now: string;
  lately: (well: number, all: number) => string;
  run: string;
  runName: (job: string) => string;
  started: (job: string) => string;
}

export const texts: Texts = {
  intro:
    'What Leadline does in the background: what takes long, and what is done again and again. What breaks off goes on where it was.',
  list: 'Jobs',
  empty: 'Nothing has been done in the background yet.',
  columns: { job: 'Job', of: 'Of', state: 'State', last: 'Last done', next: 'Next', lately: 'Of late' },
  jobs: {
    note_unaudited: {
      title: 'Complete the audit',
      does: 'Notes in the audit what a collector that was killed had no time to.',
    },
    fill_people: {
      title: 'Fill the lists of people',
      does: 'Makes the lists of people anew from all that was ever received: once after an update, and when you ask for it.',
    },
    find_duplicates: {
      title: 'Look for duplicates',
      does: 'Looks for people who may be one: the same phone number, names alike at one company, pairs that a page has claimed.',
    },
    import_people: {
      title: 'Import people',
      does: 'Works out what becomes of the rows of a file, tells of them, and takes that back.',
    },
    assign_owners: {
      title: 'Assign people',
      does: 'Gives new people an owner, by the assignment rules of the site that are on.',
    },
    claim_visitors: {
      title: 'Tell whose browsers came by links',
      does: 'Says of browsers that nobody knows whose they are, by the recipient’s link that brought them, once a hand was seen on the page.',
    },
  },
  running: (since, progress) => `Running for ${since}${progress && `: ${progress}`}`,
  percent: (percent, done, total) => `${percent} (${done} of ${total})`,
  soFar: (done) => `${done} so far`,
  onceMore: 'After that once more.',
  failed: (attempts, error, when) =>
    `${plural(attempts, { one: 'Failed # time', other: 'Failed # times' })} (${error}). Tries again ${when}.`,
  waiting: 'Begins in a moment',
  done: 'Done',
  never: 'Never yet',
  last: (when, took) => [when, `, took ${took ?? 'less than a second'}`],
  whenAsked: 'When it is asked for',
  now: 'Now',
  lately: (well, all) => `${well} of ${all} went well`,
  run: 'Run now',
  runName: (job) => `Run now: ${job}`,
  started: (job) => `${job}: begins in a moment.`,
};

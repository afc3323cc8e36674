type Due = 'overdue' | 'today' | 'later' | 'none';

export interface Texts {
  search: string;
  columns: Record<
    'what' | 'person' | 'due' | 'at' | 'rep' | 'company' | 'phone' | 'stage' | 'lastContact',
    string
  >;
  due: Record<Due, string>;
  /** How many there are of each, as links. */
  counts: Record<Due | 'unassigned', (count: string) => string>;
  mine: string;
  everybodys: string;
  /** `mine`: of the reader's own. */
  empty: { mine: string; title: string; text: string; leads: string };
}

export const texts: Texts = {
  search: 'Search next steps',
  columns: {
    what: 'What',
    person: 'Person',
    due: 'Due',
    at: 'When',
    rep: 'Who',
    company: 'Company',
    phone: 'Phone',
    stage: 'Stage',
    lastContact: 'Last contact',
  },
  due: { overdue: 'Overdue', today: 'Today', later: 'Later', none: 'Nothing planned' },
  counts: {
    overdue: (count) => `Overdue: ${count}`,
    today: (count) => `Today: ${count}`,
    later: (count) => `Later: ${count}`,
    none: (count) => `People with nothing planned: ${count}`,
    unassigned: (count) => `New people without an owner: ${count}`,
  },
  mine: 'My own',
  everybodys: 'Everybody’s',
  empty: {
    mine: 'Nothing is planned for you, and nobody whom you own waits for it.',
    title: 'Nothing is planned',
    text: 'What is to be done next for people is listed here, overdue first. Set it on a person’s page, or when you log a call.',
    leads: 'To the leads',
  },
};

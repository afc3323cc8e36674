import type { Rich } from '../../i18n/messages.js';
import { plurals } from '../../i18n/plural.js';

const plural = plurals('en');

export const texts = {
  intro:
    'Who is given charge of new people. Rules are gone through from the top, and the first that somebody fits decides. Whoever a hand ever gave an owner, or left without one on purpose, is left alone.',
  list: 'Assignment rules, in their order',
  empty: {
    title: 'Nobody is assigned by itself yet',
    intro:
      'A rule says for whom it is and who takes turns: leads from Spain go to Ana, all others to Ben and Mia in turn.',
    first: 'Begin with a rule for everybody. Rules for some of them go above it.',
  },
  owners: 'Owners',
  ownersHint: 'Several take turns.',
  ownersMissing: 'Choose who is given charge of them.',
  nameHint: 'As the timeline tells it, such as “Leads from Spain”.',
  nameMissing: 'Give the rule a name.',
  conditionsHint: 'The filters of the list of leads. With none it is for everybody.',
  isOn: 'Switched on',
  isOnHint: 'From then on new people are assigned within seconds.',
  isForPast: 'Also for people who are here already',
  isForPastHint: 'Of whom nobody was ever given charge.',
  on: 'on',
  off: 'off',
  unassigned: (count: number) =>
    plural(count, { one: '# of them never had an owner', other: '# of them never had an owner' }),
  goTo: (owners: Rich, several: boolean): Rich => (several ? ['To ', owners, ' in turn'] : ['To ', owners]),
  since: (when: Rich): Rich => ['People since ', when],
  forPast: 'People of any time',
  isOnName: (name: string) => `${name} is switched on`,
  up: (name: string) => `Move up: ${name}`,
  down: (name: string) => `Move down: ${name}`,
  moved: (name: string, place: number) => `${name} is number ${place} now.`,
};

export type Texts = typeof texts;

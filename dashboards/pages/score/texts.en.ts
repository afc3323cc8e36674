export const texts = {
  intro:
    'What makes a lead worth more or less. Each rule that somebody fits counts once; what they score is the sum, in the list of leads and on their page, each point with its reason. A change counts at once.',
  list: 'Score rules',
  empty: {
    title: 'Leads have no score yet',
    intro:
      'A rule gives points to whoever fits it: 20 for five page views or more, 15 for who was here in the last 7 days, −30 for free e-mail addresses.',
    first: 'Three or four rules are enough to tell whom to call first.',
  },
  nameHint: 'The reason as reps read it, such as “Looked at five pages”.',
  nameMissing: 'Give the rule a name.',
  points: 'Points',
  pointsHint: 'From −100 to 100.',
  pointsMissing: 'Say how many points it is worth, from −100 to 100.',
  conditionsHint: 'The filters of the list of leads. With none everybody gets the points.',
};

export type Texts = typeof texts;

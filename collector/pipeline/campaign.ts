import { assistantOf } from './assistants.js';
import { mark } from './landing.js';
import { step } from './step.js';

/** How the owner marked the link: `utm_source` names the source, whatever the referrer says. */
export const campaign = step('campaign', ({ landing, row }) => {
  if (!landing || landing.marks.size === 0) return undefined;
  const { marks } = landing;
  row.campaign = mark(marks, 'utm_campaign');
  row.term = mark(marks, 'utm_term');
  row.content = mark(marks, 'utm_content');
  const source = mark(marks, 'utm_source');
  if (!source) return undefined;
  // ChatGPT marks its links by itself; they count with those that are told by their referrer.
  const assistant = assistantOf(source);
  row.source = assistant?.source ?? source;
  row.medium = mark(marks, 'utm_medium') || (assistant?.medium ?? '');
  return undefined;
});

// What the workshop decides once: who is given charge of new people, what makes a lead worth more, and what people agree to.
import { REPS } from './reps.mjs';

const [aoife, tomas, selin] = REPS;

export const rules = [
  { id: 'turkiye', name: 'From Türkiye', position: 1, filters: 'country=TR', owners: [selin], isOn: true },
  {
    id: 'ireland-and-britain',
    name: 'From Ireland and Britain',
    position: 2,
    filters: 'country=IE&country=GB',
    owners: [aoife, tomas],
    isOn: true,
  },
  { id: 'everybody-else', name: 'Everybody else', position: 3, filters: '', owners: REPS, isOn: true },
];

export const scoreRules = [
  { id: 'reads-much', name: 'Has read five pages or more', points: 20, filters: 'page_views>=5' },
  { id: 'here-of-late', name: 'Was here within the last week', points: 15, filters: 'last_seen>=-7d' },
  { id: 'was-reached', name: 'Has been spoken with', points: 10, filters: 'contacts>=1' },
  { id: 'free-mail', name: 'Writes from a free address', points: -10, filters: 'email_kind=free' },
];

export const consentTexts = [
  {
    id: 'newsletter-en',
    purpose: 'Newsletter',
    text: 'Send me the workshop’s news once a month. I can stop it in every e-mail.',
    language: 'en',
  },
  {
    id: 'newsletter-es',
    purpose: 'Newsletter',
    text: 'Enviadme las novedades del taller una vez al mes. Puedo darme de baja en cada correo.',
    language: 'es',
  },
  {
    id: 'calls-en',
    purpose: 'Phone calls',
    text: 'You may call me about my request and about machines that suit it.',
    language: 'en',
  },
];

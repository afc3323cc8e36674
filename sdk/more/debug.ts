import type { on as On } from '../guard.js';
import type { commands as Commands, Options } from '../options.js';

const say = (...words: unknown[]) => console.log('[leadline]', ...words);

/** Why a control's value is not among what is sent, or not as it is. */
const reasonOf = (control: HTMLInputElement, sent: unknown): string => {
  const { type, checked } = control;
  if (sent !== undefined) return /\*{4}/.test(`${sent}`) ? 'masked' : '';
  if (/^(sub|but|res|ima|fie|outp)/.test(type)) return '';
  let reason = 'secret, or not listed';
  if (control.closest('[data-leadline-ignore]')) reason = 'ignored';
  if (/ox|rad/.test(type) && !checked) reason = 'not checked';
  for (const state of ['[type=hidden]', ':disabled']) if (control.matches(state)) reason = state;
  return `left out: ${reason}`;
};

/** Logs each event to the console, and each field left out and why. What it needs it is handed: it may be a file of its own. */
export const logEvents = (commands: typeof Commands, on: typeof On, options: Options): void => {
  let controls: HTMLInputElement[] = [];
  on('submit', ({ target }: Event) => {
    controls = [...(target as HTMLFormElement).elements] as HTMLInputElement[];
    say('submitted', target);
  });
  commands.log = (event) => {
    const { type, form } = event as { type: string; form?: { fields: Record<string, unknown> } };
    say(type, event);
    if (!form) return;
    for (const control of controls) {
      const name = control.name || control.id;
      const reason = reasonOf(control, form.fields[name]);
      if (reason) say(`field "${name}" ${reason}`);
    }
  };
  say(options.site, options.host);
  // What was captured before this file came, and is not sent yet.
  for (const key in localStorage)
    if (key.startsWith(`leadline:${options.site}:q`)) commands.log(JSON.parse(localStorage[key]).e);
};

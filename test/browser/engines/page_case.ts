import type { EngineName } from './running.js';
import type { PageSource, Visit } from './visit.js';

/** A page with the tag, what a visitor does there, and what must arrive of it: this, and nothing else of its kind. */
export interface PageCase extends PageSource {
  name: string;
  act(visit: Visit): Promise<unknown>;
  /** The fields of each submission. */
  forms?: Record<string, unknown>[];
  /** Where the links led that were clicked; `{origin}` is the site's, `{host}` the collector's. */
  links?: string[];
  /** The paths of the page views; where it is left out, nobody looks. */
  views?: string[];
  /** Texts that must not leave the browser. */
  never?: string[];
  /** What the site itself got of its forms; where it is left out, nobody looks. */
  posts?: string[];
  /** Engines of which it cannot be asked. */
  notIn?: EngineName[];
}

export const lead = '<input name="email" type="email" value="ada@example.com">';
/** As most sites send a form today. Who leaves at once breaks the request off, which is nobody's error. */
export const byFetch = `<script>document.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault();
  fetch('/api', { method: 'POST', body: new URLSearchParams(new FormData(event.target)) }).catch(() => {});
  event.target.reset();
})</script>`;
/** The page's script takes forms and links over, and does nothing with them. */
export const stay = `<script>
  addEventListener('submit', (event) => event.preventDefault());
  addEventListener('click', (event) => event.composedPath().some(({ localName }) => localName === 'a') && event.preventDefault());
</script>`;
export const send = ({ tab }: Visit): Promise<void> => tab.click('button');
export const sendAndReach = (path: string) => async (visit: Visit) => {
  await send(visit);
  await visit.reaches(path);
};

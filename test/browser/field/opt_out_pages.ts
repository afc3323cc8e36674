import { byFetch, lead, type PageCase, send, stay } from '../engines/page_case.js';

const secret = '<input name="note" value="private-note"><a href="https://out.example/private">out</a>';
const form = `<form>${lead}${secret}<button>Send</button></form>`;
/** Custom elements with an open shadow tree: one with a form, one with the other in it, one that lends its place. */
const components = (inside = form) => `<script>
  const define = (name, html) => customElements.define(name, class extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return;
      this.attachShadow({ mode: 'open' }).innerHTML = html;
      // A submission is told no further than the tree that it happens in.
      this.shadowRoot.addEventListener('submit', (event) => event.preventDefault());
    }
  });
  define('x-form', '${inside}');
  define('x-box', '<section><x-form></x-form></section>');
  define('x-private', '<div data-leadline-ignore><slot></slot></div>');
</script>${stay}`;

const use: PageCase['act'] = async ({ tab }) => {
  await tab.click('a');
  await tab.click('button');
};
/** In a frame, whose page has loaded. */
const useFramed =
  (frame = 'frames[0]'): PageCase['act'] =>
  async ({ tab, until }) => {
    await until(`${frame}.document.readyState === 'complete' && !!${frame}.document.querySelector('button')`);
    await tab.evaluate(`${frame}.document.querySelector('a').click()`);
    await tab.evaluate(`${frame}.document.querySelector('button').click()`);
  };
const framed = (html: string) =>
  `<iframe srcdoc="${html.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`;
const nothing = { forms: [], links: [], never: ['ada@example.com', 'private'] };

/** What the page keeps for itself, whatever stands between the mark and the field. */
export const optOutPages: PageCase[] = [
  {
    name: 'around nested shadow trees',
    body: `<main data-leadline-ignore><x-box></x-box></main>${components()}`,
    act: use,
    ...nothing,
  },
  {
    name: 'inside the outer one of nested shadow trees',
    body: `<x-outer></x-outer>${components()}<script>define('x-outer', '<p data-leadline-ignore><x-box></x-box></p>')</script>`,
    act: use,
    ...nothing,
  },
  {
    name: 'around the slot of a form',
    body: `<x-private>${form}</x-private>${components()}`,
    act: use,
    ...nothing,
  },
  {
    name: 'around a frame',
    body: `<main data-leadline-ignore>${framed(form + stay)}</main>`,
    act: useFramed(),
    ...nothing,
  },
  {
    name: 'around a frame in a frame',
    body: `<main data-leadline-ignore>${framed(framed(form + stay))}</main>`,
    act: useFramed('frames[0].frames[0]'),
    ...nothing,
  },
  {
    name: 'around a shadow tree in a frame',
    body: `<main data-leadline-ignore>${framed(`<x-form></x-form>${components()}`)}</main>`,
    async act({ tab, until }) {
      const root = `frames[0].document.querySelector('x-form').shadowRoot`;
      await until(`frames[0].document.readyState === 'complete' && !!${root}`);
      await tab.evaluate(`${root}.querySelector('a').click()`);
      await tab.evaluate(`${root}.querySelector('button').click()`);
    },
    ...nothing,
  },
  {
    name: 'around a form with controls named like what leads out of it',
    body: `<main data-leadline-ignore><form>${[
      'parentNode',
      'assignedSlot',
      'matches',
      'closest',
      'nodeType',
      'host',
      'ownerDocument',
    ]
      .map((name) => `<input name="${name}" value="private">`)
      .join('')}<button>Send</button></form></main>${stay}`,
    // Playwright's own script stumbles over such a form.
    act: ({ tab }) => tab.evaluate(`document.querySelector('button').click()`),
    ...nothing,
  },
  {
    name: 'but for some fields, around a shadow tree',
    body: `<main data-leadline-fields="email, topic"><x-box></x-box></main>${components(`<form>${lead}<input name="note" value="private"><button>Send</button></form>`)}`,
    act: send,
    forms: [{ email: 'ada@example.com' }],
    never: ['private'],
  },
  {
    name: 'but for some fields, around a frame',
    body: `<main data-leadline-fields="email">${framed(form + stay)}</main>`,
    async act(visit) {
      await useFramed()(visit);
      await visit.arrives('link_click');
    },
    forms: [{ email: 'ada@example.com' }],
    links: ['https://out.example/private'],
    never: ['private-note'],
  },
  {
    name: 'since it is a search, around a shadow tree',
    body: `<main role="search"><x-box></x-box></main>${components(`<form>${lead}<button>Send</button></form>`)}`,
    act: send,
    never: ['ada@example.com'],
  },
  {
    name: 'of one of two forms alone',
    body: `<div data-leadline-ignore><form><input name="email" value="private"><button id="kept">Send</button></form></div>
      <form id="told">${lead}<button>Send</button></form>${byFetch.replace("'form'", "'#told'")}${stay}`,
    async act({ tab }) {
      await tab.click('#kept');
      await tab.click('#told button');
    },
    forms: [{ email: 'ada@example.com' }],
    never: ['private'],
  },
];

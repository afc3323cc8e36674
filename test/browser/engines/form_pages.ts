import { byFetch, lead, type PageCase, send, sendAndReach } from './page_case.js';

const ada = { email: 'ada@example.com' };
/** A custom element with an open shadow tree, in which there is another one. */
const inShadow = `<lead-box></lead-box><script>
  customElements.define('lead-form', class extends HTMLElement {
    connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<form action="/thanks">${lead}<button>Send</button></form>'; }
  });
  customElements.define('lead-box', class extends HTMLElement {
    connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<lead-form></lead-form>'; }
  });</script>`;

export const formPages: PageCase[] = [
  {
    name: 'a form is sent by its button',
    body: `<form action="/thanks" method="post">${lead}<button name="go" value="1">Send</button></form>`,
    act: sendAndReach('/thanks'),
    forms: [{ ...ada, go: '1' }],
    posts: ['email=ada%40example.com&go=1'],
    views: ['/', '/thanks'],
  },
  {
    name: 'a form is sent by the Enter key, and handlers stop the event',
    body: `<form action="/thanks" method="post">${lead}<button>Send</button></form><script>
      addEventListener('submit', (event) => event.stopImmediatePropagation());
      document.querySelector('form').addEventListener('submit', (event) => event.stopImmediatePropagation(), true);</script>`,
    async act({ tab, reaches }) {
      await tab.pressEnter('input');
      await reaches('/thanks');
    },
    forms: [ada],
    posts: ['email=ada%40example.com'],
  },
  {
    name: 'a form asks by its address',
    body: `<form action="/thanks">${lead}<button>Send</button></form>`,
    act: sendAndReach('/thanks'),
    forms: [ada],
  },
  {
    name: 'a form is taken over by a handler, which clears it',
    body: `<form>${lead}<textarea name="message"></textarea><button>Send</button></form>${byFetch}`,
    async act(visit) {
      await visit.tab.fill('input', 'grace@example.com');
      await visit.tab.fill('textarea', 'Hello there');
      await send(visit);
    },
    forms: [{ email: 'grace@example.com', message: 'Hello there' }],
    posts: ['email=grace%40example.com&message=Hello+there'],
  },
  {
    name: 'a form is checked by a handler and sent by form.submit()',
    body: `<form action="/thanks" method="post">${lead}<button>Send</button></form>
      <script>document.querySelector('form').addEventListener('submit', (event) => {
        event.preventDefault(); setTimeout(() => event.target.submit(), 50);
      })</script>`,
    act: sendAndReach('/thanks'),
    forms: [ada],
    posts: ['email=ada%40example.com'],
  },
  {
    name: 'a form is in nested shadow trees, sent by its button',
    body: inShadow,
    act: sendAndReach('/thanks'),
    forms: [ada],
  },
  {
    name: 'a form is in nested shadow trees, sent by the Enter key',
    body: inShadow,
    async act({ tab, reaches }) {
      await tab.pressEnter('input');
      await reaches('/thanks');
    },
    forms: [ada],
  },
];

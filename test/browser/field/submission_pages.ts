import { byFetch, lead, type PageCase, send, sendAndReach, stay } from '../engines/page_case.js';

const ada = { email: 'ada@example.com' };
const click = (...selectors: string[]): PageCase['act'] => {
  return async ({ tab }) => {
    for (const selector of selectors) await tab.click(selector);
  };
};
/** Custom elements that take part in their form, as libraries make them. */
const boxes = `<script>customElements.define('x-box', class extends HTMLElement {
  static formAssociated = true;
  internals = this.attachInternals();
  get value() { return this.getAttribute('value') || 'on'; }
  get type() { return this.getAttribute('type') || 'checkbox'; }
  get name() { return this.getAttribute('name') || ''; }
  get checked() { return this.hasAttribute('ticked'); }
  connectedCallback() { this.internals.setFormValue(this.checked || this.type === 'text' ? this.value : null); }
})</script>`;

/** What one submission is, and that none goes without. */
export const submissionPages: PageCase[] = [
  {
    name: 'tidied by a handler, then sent by form.submit()',
    body: `<form action="/thanks" method="post"><input name="phone" value=" 0353 20 912 0147 "><button>Send</button></form><script>
      document.querySelector('form').onsubmit = (event) => {
        event.preventDefault();
        const [phone] = event.target;
        phone.value = phone.value.trim();
        event.target.insertAdjacentHTML('beforeend', '<input name="token" value="t1">');
        event.target.submit();
      };</script>`,
    act: sendAndReach('/thanks'),
    forms: [{ phone: ' 0353 20 912 0147 ' }],
    posts: ['phone=0353+20+912+0147&token=t1'],
  },
  {
    name: 'tidied by a handler, then sent by requestSubmit(); put right by the visitor it is another one',
    body: `<form action="/thanks" method="post"><input name="phone" value=" 0353 20 912 0147 "><button>Send</button></form><script>
      let isTidy;
      document.querySelector('form').onsubmit = (event) => {
        event.preventDefault();
        if (isTidy) return;
        isTidy = true;
        const [phone] = event.target;
        phone.value = phone.value.trim();
        event.target.requestSubmit();
      };</script>`,
    async act({ tab }) {
      await tab.click('button');
      await tab.evaluate(`void document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))`);
      await tab.fill('input', '0353 20 912 0148');
      await tab.click('button');
    },
    forms: [{ phone: ' 0353 20 912 0147 ' }, { phone: '0353 20 912 0148' }],
  },
  {
    name: 'sent by form.submit() after a challenge of minutes',
    body: `<form action="/thanks" method="post">${lead}<button>Send</button></form><script>
      document.querySelector('form').onsubmit = (event) => {
        event.preventDefault();
        Date.now = ((now) => () => now() + 90_000)(Date.now);
        setTimeout(() => event.target.submit(), 20);
      };</script>`,
    act: sendAndReach('/thanks'),
    forms: [ada],
  },
  {
    name: 'by one of two buttons, and then by the other',
    body: `<form><button name="add" value="red">Red</button><button id="b" name="add" value="blue">Blue</button></form>${stay}`,
    act: click('button', '#b'),
    forms: [{ add: 'red' }, { add: 'blue' }],
  },
  {
    name: 'by one button twice in a moment, and by one of another form with the same answers',
    body: `<form><button name="add" value="red">Red</button></form><form><button id="b" name="add" value="red">Red</button></form>${stay}`,
    async act({ tab }) {
      await tab.evaluate(`[1, 2].forEach(() => document.querySelector('button').click())`);
      await tab.click('#b');
    },
    forms: [{ add: 'red' }, { add: 'red' }],
  },
  {
    name: 'the same answers once more after a while',
    body: `<form>${lead}<button>Send</button></form><form><input name="later"><button id="b">Later</button></form>${stay}`,
    async act({ tab }) {
      await tab.click('button');
      // The first is judged with the second, before the third.
      await tab.evaluate(`void (Date.now = ((now) => () => now() + 5000)(Date.now))`);
      await tab.evaluate(`void document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))`);
      await tab.click('button');
    },
    forms: [ada, ada],
  },
  {
    name: 'by an event that a script dispatches and that cannot be stopped',
    body: `<form>${lead}<button type="button">Send</button></form><script>
      const form = document.querySelector('form');
      form.onsubmit = () => { fetch('/api', { method: 'POST', body: new URLSearchParams(new FormData(form)) }).catch(() => {}); };
      document.querySelector('button').onclick = () => form.dispatchEvent(new Event('submit'));</script>`,
    async act(visit) {
      await send(visit);
      await visit.sees(() => visit.site.posts.length === 1);
    },
    forms: [ada],
    posts: ['email=ada%40example.com'],
  },
  {
    name: 'by a button that htmx sends the form around it for',
    body: `<form>${lead}<button type="button">Send</button><button type="button" id="get">Look</button></form><script>
      addEventListener('click', ({ target }) => target.dispatchEvent(new CustomEvent('htmx:beforeRequest', {
        bubbles: true, detail: { requestConfig: { verb: target.id || 'post' } },
      })));</script>`,
    act: click('#get', 'button'),
    forms: [ada],
  },
  {
    name: 'in a component that tells of it by a submit event of its own',
    body: `<x-form></x-form><script>customElements.define('x-form', class extends HTMLElement {
      connectedCallback() {
        const root = this.attachShadow({ mode: 'open' });
        root.innerHTML = '<form>${lead}<button>Send</button></form>';
        root.querySelector('form').onsubmit = (event) => {
          event.preventDefault();
          this.dispatchEvent(new CustomEvent('submit', { bubbles: true, composed: true, cancelable: true, detail: {} }));
        };
      }
    })</script>${stay}`,
    act: send,
    forms: [ada],
  },
  {
    name: 'of nothing, as a link that logs out',
    body: `<form action="/thanks" method="post"><input type="hidden" name="csrf" value="token-of-theirs"><button>Log out</button></form>`,
    act: sendAndReach('/thanks'),
    posts: ['csrf=token-of-theirs'],
    never: ['token-of-theirs'],
  },
  {
    name: 'in shadow trees that came later, by a script',
    body: '<div id="place"></div>',
    async act({ tab, reaches }) {
      await tab.evaluate(`(() => {
        const outer = place.attachShadow({ mode: 'open' });
        outer.innerHTML = '<p></p>';
        const inner = outer.firstChild.attachShadow({ mode: 'open' });
        inner.innerHTML = '<form action="/thanks" method="post">${lead}</form>';
        inner.firstChild.requestSubmit();
      })()`);
      await reaches('/thanks');
    },
    forms: [ada],
  },
  {
    name: 'in shadow trees of the HTML, by a script',
    body: `<div id="outer"><template shadowrootmode="open"><p><template shadowrootmode="open"><form action="/thanks" method="post">${lead}</form></template></p></template></div>`,
    async act({ tab, reaches }) {
      await tab.evaluate(
        `outer.shadowRoot.querySelector('p').shadowRoot.querySelector('form').requestSubmit()`,
      );
      await reaches('/thanks');
    },
    forms: [ada],
  },
  {
    name: 'on a page that writes itself anew',
    // Where nobody has to wait for what the script does again and again.
    head: '<script>window.setInterval = ((run) => (task) => run(task, 1))(window.setInterval)</script>',
    body: '',
    async act({ tab, until }) {
      await tab.evaluate(`(() => {
        document.open();
        document.write('<form>${lead}<button>Send</button></form>');
        document.close();
        window.heard = 0;
        window.setInterval(() => { heard++; }, 1);
        document.querySelector('form').onsubmit = (event) => event.preventDefault();
      })()`);
      await until('heard > 2');
      await tab.click('button');
    },
    forms: [ada],
  },
  {
    name: 'with boxes that are components: what the form sends',
    body: `${boxes}<form>${lead}<x-box name="consent" value="yes"></x-box><x-box name="news" value="weekly" ticked></x-box>
      <x-box type="radio" name="plan" value="s"></x-box><x-box type="radio" name="plan" value="m" ticked></x-box>
      <x-box name="days" value="mon" ticked></x-box><x-box name="days" value="tue"></x-box><x-box name="days" value="wed" ticked></x-box>
      <x-box type="text" name="company" value="ACME"></x-box><x-box name="off" ticked disabled></x-box><button>Send</button></form>${byFetch}`,
    act: send,
    forms: [{ ...ada, news: 'weekly', plan: 'm', days: ['mon', 'wed'], company: 'ACME' }],
    posts: ['email=ada%40example.com&news=weekly&plan=m&days=mon&days=wed&company=ACME'],
  },
  {
    name: 'with values that a handler of the form adds',
    body: `<form>${lead}<x-stars name="stars"></x-stars><button>Send</button></form>
      <script>document.querySelector('form').addEventListener('formdata', ({ formData }) => formData.append('stars', '4'))</script>${byFetch}`,
    act: send,
    forms: [{ ...ada, stars: '4' }],
  },
];

import { byFetch, lead, type PageCase, send, stay } from '../engines/page_case.js';

const ada = { email: 'ada@example.com' };
const isMarked = `document.querySelector('[name=email]').getAttribute('aria-invalid') === 'true'`;
/** A handler that asks its server whether an address will do, which takes a while. */
const slowly = (then = '') => `<script>document.querySelector('form').onsubmit = (event) => {
  event.preventDefault();
  const [input] = event.target;
  ${then}
  setTimeout(() => input.setAttribute('aria-invalid', !input.value.includes('@')), 300);
}</script>`;

/** Which submissions a page refuses, and which it takes. */
export const validationPages: PageCase[] = [
  {
    name: 'a form that is not to be validated, with what is not valid in it',
    body: `<form novalidate><div hidden><input name="vat" required></div><input type="number" name="hours" value="7.5">
      <input type="email" name="email" value="jörg@example.com"><input name="zip" pattern="\\d{5}" value="SW1A 1AA"><button>Send</button></form>${byFetch}`,
    act: send,
    forms: [{ vat: '', hours: '7.5', email: 'jörg@example.com', zip: 'SW1A 1AA' }],
  },
  {
    name: 'a button that asks for no validation',
    body: `<form>${lead}<input name="name" required><button formnovalidate>Send</button></form>${byFetch}`,
    act: send,
    forms: [{ ...ada, name: '' }],
  },
  {
    name: 'a handler that reports what is not valid, until it is',
    body: `<form novalidate>${lead}<input name="name" required><button>Send</button></form><script>
      document.querySelector('form').addEventListener('submit', (event) => { event.preventDefault(); event.target.reportValidity(); });
    </script>`,
    async act(visit) {
      await send(visit);
      await visit.tab.fill('[name=name]', 'Ada');
      await send(visit);
    },
    forms: [{ ...ada, name: 'Ada' }],
  },
  {
    name: 'a handler that looks at one field of several',
    body: `<form novalidate>${lead}<input name="name" required><button>Send</button></form><script>
      document.querySelector('form').onsubmit = () => { document.querySelector('[name=name]').checkValidity(); return false; };
    </script>`,
    act: send,
  },
  {
    name: 'a rule that takes its time, until it is met',
    body: `<form><input name="email" value="ada"><button>Send</button></form>${slowly()}`,
    async act(visit) {
      await send(visit);
      await visit.until(isMarked);
      await visit.tab.fill('input', 'ada@example.com');
      await send(visit);
      await visit.until(`!(${isMarked})`);
    },
    forms: [ada],
  },
  {
    name: 'a rule that takes its time, in a single-page app that goes on meanwhile',
    body: `<form><input name="email" value="ada"><button>Send</button></form>${slowly(
      `history.pushState({}, '', '/checking'); leadline('conversion', { name: 'asked' }); leadline('track', 'asked');`,
    )}`,
    async act(visit) {
      await send(visit);
      await visit.until(isMarked);
      await visit.arrives('asked');
    },
    views: ['/', '/checking'],
  },
  {
    name: 'a mark that the server had put there',
    body: `<form><input name="email" value="ada" aria-invalid="true"><button>Send</button></form><script>
      document.querySelector('form').onsubmit = (event) => { event.preventDefault(); event.target.innerHTML = '<p>Thank you</p>'; };</script>`,
    async act(visit) {
      await visit.tab.fill('input', 'ada@example.com');
      await send(visit);
    },
    forms: [ada],
  },
  {
    name: 'a mark in another form',
    body: `<form id="told">${lead}<button>Send</button></form><form><input id="other" name="coupon"></form><script>
      told.onsubmit = (event) => { event.preventDefault(); other.setAttribute('aria-invalid', true); };</script>`,
    act: send,
    forms: [ada],
  },
  {
    name: 'a server that answers with the form and its marks',
    body: `<main><form><input name="email" value="ada"><button>Send</button></form></main><script>
      addEventListener('submit', (event) => {
        event.preventDefault();
        const { value } = event.target[0];
        document.querySelector('main').innerHTML = value.includes('@') ? 'Thank you' : '<form><input name="email" aria-invalid="true"><button>Send</button></form>';
      });</script>`,
    async act(visit) {
      await send(visit);
      await visit.until(isMarked);
      await visit.tab.fill('input', 'ada@example.com');
      await send(visit);
    },
    forms: [ada],
  },
  {
    name: 'a script that dispatches the event itself, of a form that is not valid',
    body: `<form><input name="email"><input name="name" required><button type="button">Send</button></form>${stay}
      <script>document.querySelector('button').onclick = ({ target }) => target.form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))</script>`,
    async act(visit) {
      await send(visit);
      await visit.tab.fill('[name=name]', 'Ada');
      await visit.tab.fill('[name=email]', 'ada@example.com');
      await send(visit);
    },
    forms: [{ ...ada, name: 'Ada' }],
  },
];

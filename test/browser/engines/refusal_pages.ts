import { byFetch, lead, type PageCase, send, sendAndReach } from './page_case.js';

/** What is right when it is sent keeps the mark until it is left. */
const markedWhenLeft = `<script>
  const input = document.querySelector('input');
  const isRight = () => input.value.includes('@');
  input.onblur = () => input.setAttribute('aria-invalid', !isRight());
  document.querySelector('form').onsubmit = (event) => { event.preventDefault(); isRight() && fetch('/api', { method: 'POST' }); };
</script>`;

export const refusalPages: PageCase[] = [
  {
    name: 'the browser refuses a form, until it is filled in',
    body: `<form action="/thanks" method="post">${lead}<input name="name" required><button>Send</button></form>`,
    async act(visit) {
      await send(visit);
      await visit.tab.fill('[name=name]', 'Ada');
      await send(visit);
      await visit.reaches('/thanks');
    },
    forms: [{ email: 'ada@example.com', name: 'Ada' }],
    posts: ['email=ada%40example.com&name=Ada'],
  },
  {
    name: 'the browser refuses a form',
    body: `<form action="/thanks" method="post">${lead}<input name="name" required><button>Send</button></form>`,
    act: send,
    posts: [],
    views: ['/'],
  },
  {
    name: 'a handler marks a field',
    body: `<form novalidate>${lead}<button>Send</button></form><script>document.querySelector('form').onsubmit = (event) => {
      event.preventDefault(); document.querySelector('input').setAttribute('aria-invalid', 'true'); }</script>`,
    act: send,
  },
  {
    name: 'a handler marks a field after a while',
    body: `<form novalidate>${lead}<button>Send</button></form><script>document.querySelector('form').onsubmit = (event) => {
      event.preventDefault(); setTimeout(() => document.querySelector('input').setAttribute('aria-invalid', 'true'), 20); }</script>`,
    async act(visit) {
      await send(visit);
      await visit.until(`!!document.querySelector('[aria-invalid]')`);
    },
  },
  {
    name: 'a handler marks a field, until it is mended',
    body: `<form novalidate><input name="email"><button>Send</button></form><script>document.querySelector('form').onsubmit = (event) => {
      event.preventDefault();
      const input = document.querySelector('input');
      input.setAttribute('aria-invalid', !input.value.includes('@'));
    }</script>`,
    async act(visit) {
      await visit.tab.fill('input', 'ada');
      await send(visit);
      // Nobody mends a field before its submission is judged.
      await visit.fence();
      await visit.tab.fill('input', 'ada@example.com');
      await send(visit);
    },
    forms: [{ email: 'ada@example.com' }],
  },
  {
    name: 'a handler marks a field that is left, and its form is sent',
    body: `<form novalidate><input name="email"><p><button>Send</button></p></form>${markedWhenLeft}`,
    async act(visit) {
      await visit.tab.click('input');
      await visit.tab.fill('input', 'ada');
      await send(visit);
    },
  },
  {
    name: 'a handler marks a field that is left, and its form is sent once it is mended',
    body: `<form novalidate><input name="email"><p><button>Send</button></p></form><a href="#">Help</a>${markedWhenLeft}`,
    async act(visit) {
      await visit.tab.click('input');
      await visit.tab.fill('input', 'ada');
      await visit.tab.click('a');
      await visit.tab.click('input');
      await visit.tab.fill('input', 'ada@example.com');
      await visit.tab.pressEnter('input');
    },
    forms: [{ email: 'ada@example.com' }],
  },
  {
    name: 'a handler asks the browser to validate',
    body: `<form novalidate>${lead}<input name="name" required><button>Send</button></form><script>document.querySelector('form').onsubmit = (event) => {
      if (!event.target.checkValidity()) event.preventDefault(); }</script>`,
    act: send,
    views: ['/'],
  },
  {
    name: 'a form closes its dialog',
    body: `<dialog open><form method="dialog">${lead}<button>Close</button></form></dialog>`,
    act: send,
  },
  {
    name: 'a search',
    body: `<form role="search" action="/thanks"><input name="text" value="shoes"><button>Go</button></form>`,
    act: sendAndReach('/thanks'),
  },
  {
    name: 'a form that the page marks',
    body: `<div data-leadline-ignore><form>${lead}<button>Send</button></form></div>${byFetch}`,
    act: send,
    never: ['ada@example.com'],
  },
];

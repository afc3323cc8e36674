import { byFetch, lead, type PageCase, send, stay } from '../engines/page_case.js';

const ada = { email: 'ada@example.com' };
const form = `<form>${lead}<button>Send</button></form>${byFetch}`;
/** All that a page can take for its own: the others cannot be declared again. */
const names =
  'performance crypto closed parent history navigator screen fetch URL URLSearchParams Element Event FormData History HTMLFormElement ' +
  'console scrollY innerHeight self name status origin length event frames Math Reflect MutationObserver Uint8Array setTimeout ' +
  'setInterval addEventListener getComputedStyle parseInt trustedTypes jQuery';
const trustedTypes = (policies: string) =>
  `<meta http-equiv="content-security-policy" content="require-trusted-types-for 'script'; ${policies}">`;
const marked = '<p data-leadline-event="pressed">x</p>';
/** Calls before the script is there. */
const early = `<script>window.leadline = function () { (leadline.q = leadline.q || []).push(arguments) }; leadline('track', 'early')</script>`;

/** Pages that take away what the script stands on, and networks that do not tell the truth. */
export const hostilePages: PageCase[] = [
  {
    name: 'names of the page that hide the browser’s',
    // Ours to watch by goes first.
    head: `<script>${names
      .split(' ')
      .map((name, i) => `${i % 2 ? 'const' : 'let'} ${name} = undefined;`)
      .join('')}</script>`,
    body: `${marked}<form id="f">${lead}<button>Send</button></form>${stay.replaceAll('addEventListener', 'window.addEventListener')}`,
    async act(visit) {
      await visit.tab.click('p');
      await visit.arrives('pressed');
      await visit.tab.evaluate(`window.history.pushState({}, '', '/two')`);
      await visit.arrives('page_view', 2);
      await send(visit);
    },
    forms: [ada],
    views: ['/', '/two'],
  },
  {
    name: 'scripts by policies alone, which ours may make',
    head: trustedTypes('') + early,
    body: `${marked}<iframe></iframe>${form}`,
    async act(visit) {
      await visit.tab.click('p');
      await visit.arrives('pressed');
      await visit.arrives('early');
      await send(visit);
    },
    forms: [ada],
  },
  {
    name: 'scripts by policies alone, which ours may not make',
    // No second file comes, which says so.
    head: `${trustedTypes('trusted-types other')}${early}<script>document.documentElement.dataset.more = 'none'</script>`,
    body: `${marked}<iframe></iframe>${form}`,
    async act(visit) {
      await visit.arrives('early');
      await send(visit);
    },
    forms: [ada],
  },
  {
    name: 'a history that cannot be wrapped, and no Navigation API',
    head: `<script>
      delete window.navigation;
      for (const name of ['pushState', 'replaceState']) Object.defineProperty(history, name, { value: history[name] });
    </script>`,
    body: `${marked}${form}`,
    async act(visit) {
      await visit.tab.click('p');
      await visit.arrives('pressed');
      await send(visit);
    },
    forms: [ada],
  },
  {
    name: 'a browser that takes itself for offline',
    head: `<script>Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false })</script>`,
    body: `<form>${lead}<button>Send</button></form><script>document.querySelector('form').onsubmit = (event) => { event.preventDefault(); location.href = '/away'; }</script>`,
    async act(visit) {
      await send(visit);
      await visit.reaches('/away');
      await visit.arrives('form_submit');
    },
    forms: [ada],
  },
  {
    name: 'a service worker that answers for those who are offline',
    body: form,
    async act(visit) {
      visit.site.page(
        '/worker.js',
        `addEventListener('install', () => skipWaiting());
         addEventListener('activate', (event) => event.waitUntil(clients.claim()));
         addEventListener('fetch', (event) => {
           if (event.request.method !== 'POST' || !/events/.test(event.request.url)) return;
           event.respondWith(new Response('<h1>You are offline</h1>'));
           event.waitUntil(clients.get(event.clientId).then((client) => client.postMessage('answered')));
         });`,
      );
      await visit.tab.evaluate(`void navigator.serviceWorker.register('/worker.js')`);
      await visit.until('!!navigator.serviceWorker.controller');
      await visit.tab.evaluate(
        `void navigator.serviceWorker.addEventListener('message', () => { window.isAnswered = true })`,
      );
      await send(visit);
      await visit.tab.evaluate(
        `void document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))`,
      );
      await visit.until('!!window.isAnswered');
      await visit.tab.evaluate(
        `void navigator.serviceWorker.getRegistration().then((worker) => worker.unregister()).then(() => { window.isGone = true })`,
      );
      await visit.until('!!window.isGone');
      await visit.goesTo('/next');
      await visit.arrives('form_submit');
    },
    forms: [ada],
  },
  {
    name: 'a collector that does not know the origin yet',
    head: `<script>window.said = []; console.warn = (...words) => said.push(words.join(' '))</script>`,
    body: form,
    async act(visit) {
      visit.site.answer = () => ({ status: 403 });
      await visit.until('said.length === 1');
      await send(visit);
      await visit.tab.evaluate(`leadline('conversion', { name: 'urgent' })`);
      await visit.sees(() => visit.site.batches.length > 1);
      await visit.until(`said.join() === '[leadline] The batch is not valid.'`);
      visit.site.batches.length = 0;
      visit.site.answer = () => ({ status: 202 });
    },
    forms: [ada],
  },
];

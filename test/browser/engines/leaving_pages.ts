import { lead, type PageCase, send, sendAndReach } from './page_case.js';

const ada = { email: 'ada@example.com' };

/** Each leads to a page without the tag, which could bring what has not arrived yet. */
export const leavingPages: PageCase[] = [
  {
    name: 'by a form that is sent',
    body: `<form action="/away" method="post">${lead}<button>Send</button></form>`,
    async act(visit) {
      await sendAndReach('/away')(visit);
      await visit.arrives('form_submit');
    },
    forms: [ada],
    posts: ['email=ada%40example.com'],
  },
  {
    name: 'by the handler that took a form over',
    body: `<form>${lead}<button>Send</button></form><script>document.querySelector('form').onsubmit = (event) => {
      event.preventDefault(); location.href = '/away'; }</script>`,
    async act(visit) {
      await sendAndReach('/away')(visit);
      await visit.arrives('form_submit');
    },
    forms: [ada],
  },
  {
    name: 'by closing the tab, right after a submission',
    body: `<form>${lead}<button>Send</button></form><script>document.querySelector('form').onsubmit = () => false</script>`,
    async act(visit) {
      await send(visit);
      await visit.closeTab();
      await visit.arrives('form_submit');
    },
    forms: [ada],
  },
  {
    name: 'by an outbound link',
    body: '<a href="{host}/leadline.js?a=1">out</a>',
    async act({ tab, until, arrives }) {
      await tab.click('a');
      await until(`location.pathname === '/leadline.js'`);
      await arrives('link_click');
    },
    links: ['{host}/leadline.js?a=1'],
  },
  {
    name: 'after reading for a while',
    body: '<a href="/away">on</a>',
    async act({ tab, reaches, arrives }) {
      await tab.evaluate(`void (Date.now = ((now) => () => now() + 5000)(Date.now))`);
      await tab.click('a');
      await reaches('/away');
      await arrives('page_leave');
    },
  },
  {
    name: 'while the collector is away, for a page that brings it',
    body: `<form action="/away" method="post">${lead}<button>Send</button></form>`,
    async act(visit) {
      const refused = new Set<string>();
      const { answer } = visit.site;
      visit.site.answer = ({ events }) => {
        for (const { type } of events) refused.add(type);
        return undefined;
      };
      await sendAndReach('/away')(visit);
      await visit.sees(() => refused.has('form_submit'));
      visit.site.answer = answer;
    },
    forms: [ada],
  },
];

import { byFetch, lead, type PageCase, send } from './page_case.js';

/** What the script keeps, names without their prefix. */
const KEPT = `Object.keys(localStorage).filter((key) => key.startsWith('leadline:')).map((key) => key.split(':')[2])`;
const consent = 'data-site="demo" data-consent="required"';

export const viewPages: PageCase[] = [
  {
    name: 'an app moves by pushState, and back',
    body: '',
    async act({ tab, arrives }) {
      await tab.evaluate(`history.pushState({}, '', '/two?tab=1#top')`);
      await arrives('page_view', 2);
      await tab.evaluate(`history.pushState({}, '', '/three')`);
      await arrives('page_view', 3);
      await tab.evaluate('history.back()');
      await arrives('page_view', 4);
    },
    views: ['/', '/two', '/three', '/two'],
  },
  {
    name: 'a page comes out of the back/forward cache, into which it went while it was sending',
    body: `<a href="/next">on</a><script>
      addEventListener('pagehide', () => leadline('conversion', { name: 'left' }));
      addEventListener('pageshow', ({ persisted }) => { window.isBack = persisted });</script>`,
    async act({ tab, reaches, until, arrives }) {
      await arrives('page_view');
      await tab.click('a');
      await reaches('/next');
      await arrives('page_view', 2);
      await tab.evaluate('history.back()');
      await until('window.isBack');
      await arrives('page_view', 3);
    },
    views: ['/', '/next', '/'],
  },
  {
    name: 'nothing is kept or sent before consent, and a page that was left is not told',
    attributes: consent,
    body: `<form>${lead}<button>Send</button></form>${byFetch}`,
    async act(visit) {
      const { tab, until } = visit;
      await send(visit);
      await until(`document.querySelector('input').value === 'ada@example.com'`);
      await visit.goesTo('/next');
      await until(`!${KEPT}.length`);
      await tab.evaluate(`leadline('consent', 'granted')`);
      await until(`${KEPT}.includes('visitor')`);
      await visit.arrives('consent');
    },
    views: ['/next'],
  },
  {
    name: 'consent brings what the page saw',
    attributes: consent,
    body: `<form>${lead}<button>Send</button></form>${byFetch}`,
    async act(visit) {
      await send(visit);
      await visit.tab.evaluate(`leadline('consent', 'granted')`);
      await visit.arrives('form_submit');
    },
    forms: [{ email: 'ada@example.com' }],
    views: ['/'],
  },
];

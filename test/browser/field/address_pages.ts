import type { PageCase } from '../engines/page_case.js';

/** Which changes of the address are another page. */
export const addressPages: PageCase[] = [
  {
    name: 'filters and maps that keep themselves in the query are one page',
    body: '',
    async act({ tab, fence }) {
      for (const query of ['?color=red', '?color=red&size=m', '?ll=36.1,30.7#map', '']) {
        await tab.evaluate(`history.replaceState({}, '', location.pathname + '${query}')`);
        await fence();
      }
    },
    views: ['/'],
  },
  {
    name: 'a query that is pushed is another page',
    body: '',
    async act({ tab, arrives }) {
      await tab.evaluate(`history.pushState({}, '', '?page=2')`);
      await arrives('page_view', 2);
    },
    views: ['/', '/'],
  },
  {
    name: 'a router of the Navigation API',
    body: `<a href="/two">two</a><script>navigation.addEventListener('navigate', (event) => {
      if (event.canIntercept && /two|three/.test(event.destination.url)) event.intercept({ async handler() { document.title = 'New'; } });
    })</script>`,
    async act({ tab, arrives }) {
      await tab.click('a');
      await arrives('page_view', 2);
      await tab.evaluate(`void navigation.navigate('/three')`);
      await arrives('page_view', 3);
      await tab.evaluate(`void navigation.back()`);
      await arrives('page_view', 4);
    },
    views: ['/', '/two', '/three', '/two'],
  },
  {
    name: 'a router that took pushState for itself before',
    head: '<script>window.go = history.pushState.bind(history, {}, "")</script>',
    body: '',
    async act({ tab, arrives }) {
      await tab.evaluate(`go('/two')`);
      await arrives('page_view', 2);
    },
    views: ['/', '/two'],
  },
  ...['', 'delete window.navigation'].map(
    (without): PageCase => ({
      name: `the history of a frame is not the page's${without && ', where there is no Navigation API'}`,
      head: `<script>${without}</script>`,
      body: '<iframe></iframe>',
      async act({ site, tab, until, fence }) {
        site.page('/frame', '<p>Inside</p>');
        await tab.evaluate(`void (frames[0].location = '/frame')`);
        await until(
          `frames[0].location.pathname === '/frame' && frames[0].document.readyState === 'complete'`,
        );
        await tab.evaluate(`history.pushState.call(frames[0].history, {}, '', '/inside')`);
        await until(`frames[0].location.pathname === '/inside' && location.pathname === '/'`);
        await fence();
      },
      views: ['/'],
    }),
  ),
];

import { lead, type PageCase, sendAndReach } from './page_case.js';

/** Takes a feature away before the tag, as in a browser that does not have it, and how to see that it is gone. */
const features: { name: string; without: string; isGone: string }[] = [
  ...['navigation', 'cookieStore', 'fetchLater'].map((name) => ({
    name,
    without: `delete window.${name}`,
    isGone: `!('${name}' in window)`,
  })),
  {
    name: 'keepalive of fetch',
    without: `delete Request.prototype.keepalive;
      window.fetch = ((fetch) => (url, options) => fetch(url, { ...options, keepalive: false }))(window.fetch)`,
    isGone: `!('keepalive' in Request.prototype)`,
  },
  {
    name: 'sendBeacon',
    without: 'delete Navigator.prototype.sendBeacon',
    isGone: `!('sendBeacon' in navigator)`,
  },
];

/** Where a browser lacks something, everything works that can. */
export const featurePages: PageCase[] = features.map(({ name, without, isGone }) => ({
  name,
  head: `<script>${without}</script>`,
  body: `<a href="https://out.example/" onclick="return false">out</a>
    <form action="/thanks" method="post">${lead}<button>Send</button></form>`,
  async act(visit) {
    await visit.until(isGone);
    await visit.tab.click('a');
    await visit.tab.evaluate(`history.pushState({}, '', '/two')`);
    await sendAndReach('/thanks')(visit);
  },
  forms: [{ email: 'ada@example.com' }],
  links: ['https://out.example/'],
  views: ['/', '/two', '/thanks'],
}));

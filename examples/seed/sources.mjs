// What brings people: each way in is a landing address and a referrer, as browsers report them.

const searches = [
  [70, 'https://www.google.com/'],
  [10, 'https://www.bing.com/'],
  [9, 'https://duckduckgo.com/'],
  [4, 'https://yandex.com.tr/'],
  [3, 'https://www.ecosia.org/'],
];
const assistants = [
  [6, 'https://chatgpt.com/'],
  [2, 'https://www.perplexity.ai/'],
  [1, 'https://claude.ai/'],
];
const social = [
  [5, { name: 'instagram', referrer: 'https://l.instagram.com/' }],
  [3, { name: 'facebook', referrer: 'https://l.facebook.com/' }],
  [2, { name: 'linkedin', referrer: 'https://www.linkedin.com/' }],
  [2, { name: 'youtube', referrer: 'https://www.youtube.com/' }],
];
const friends = [
  [5, 'https://coffee-notes.example/best-service-west-of-ireland'],
  [3, 'https://galway-eats.example/guide/espresso'],
  [3, 'https://barista-forum.example/t/who-repairs-boilers'],
  [1, 'https://old-mill-lane.example/tenants'],
];
const ads = [
  [
    5,
    {
      campaign: 'espresso-repair',
      content: 'repair-same-day',
      term: 'espresso machine repair',
      page: 'contact.html',
    },
  ],
  [
    4,
    {
      campaign: 'cafe-machines',
      content: 'duet-2-photo',
      term: 'two group espresso machine',
      page: 'pricing.html',
    },
  ],
  [3, { campaign: 'cafe-machines', content: 'first-machine', term: 'cafe equipment', page: 'quote.html' }],
  [
    2,
    { campaign: 'home-espresso', content: 'solo-1-kitchen', term: 'best home espresso', page: 'index.html' },
  ],
];

/** How many come each way, and how many of those leave at once. */
export const ways = [
  [34, { way: 'search', bounce: 0.42 }],
  [17, { way: 'direct', bounce: 0.36 }],
  [15, { way: 'ad', bounce: 0.52 }],
  [13, { way: 'newsletter', bounce: 0.25 }],
  [11, { way: 'social', bounce: 0.62 }],
  [7, { way: 'referral', bounce: 0.34 }],
  [3, { way: 'assistant', bounce: 0.3 }],
];

/** @returns the page that they land on, its query and the referrer */
export function landingOf(dice, way, campaign) {
  const { weighted, pick, chance, between } = dice;
  const page = weighted([
    [6, 'index.html'],
    [3, 'pricing.html'],
    [1, 'contact.html'],
  ]);
  const token = () => Array.from({ length: 5 }, () => between(1e6, 9e6).toString(36)).join('');
  switch (way) {
    case 'search':
      return { page, query: {}, referrer: weighted(searches) };
    case 'assistant':
      return { page, query: {}, referrer: weighted(assistants) };
    case 'referral':
      return { page: 'index.html', query: {}, referrer: weighted(friends) };
    case 'newsletter': {
      const content = pick(['top-button', 'picture', 'footer']);
      const query = {
        utm_source: 'newsletter',
        utm_medium: 'email',
        utm_campaign: campaign,
        utm_content: content,
      };
      return { page: pick(['pricing.html', 'quote.html', 'index.html']), query, referrer: '' };
    }
    case 'social': {
      const { name, referrer } = weighted(social);
      const query = chance(0.5)
        ? { utm_source: name, utm_medium: 'social', utm_campaign: 'bench-videos' }
        : {};
      return {
        page: 'index.html',
        query: name === 'facebook' ? { ...query, fbclid: token() } : query,
        referrer,
      };
    }
    case 'ad': {
      const ad = weighted(ads);
      // Some campaigns are tagged by hand as well, some carry the network's own click id alone.
      const isGoogle = chance(0.85);
      const id = isGoogle ? { gclid: token() } : { msclkid: token() };
      const source = isGoogle ? 'google' : 'bing';
      const tags = {
        utm_source: source,
        utm_medium: 'cpc',
        utm_campaign: ad.campaign,
        utm_content: ad.content,
        utm_term: ad.term,
      };
      return {
        page: ad.page,
        query: chance(0.8) ? { ...tags, ...id } : id,
        referrer: `https://www.${source}.com/`,
      };
    }
    default:
      return { page, query: {}, referrer: '' };
  }
}

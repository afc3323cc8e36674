// What went out by e-mail and as advertisements, and the tracked links in it.
export const campaigns = [
  { id: 'spring-letter', name: '2026-05-spring-letter', kind: 'email' },
  { id: 'care-reminder', name: 'care-plan-reminder', kind: 'email' },
  { id: 'barista-blog', name: 'barista-blog', kind: 'affiliate' },
];

/** @param url of the demo site's Leadline */
export const linksTo = (url) =>
  [
    ['spring-button', 'Spring letter: the button', 'index.html', 'email', 'spring-letter'],
    ['spring-prices', 'Spring letter: prices', 'pricing.html', 'email', 'spring-letter'],
    ['care-quote', 'Reminder: get a quote', 'quote.html', 'email', 'care-reminder'],
    ['barista-banner', 'Banner in the barista blog', 'index.html#machines', 'affiliate', 'barista-blog'],
    ['fair-card', 'QR code on the card for the fair', 'contact.html', 'other'],
  ].map(([id, title, page, kind, campaign]) => ({
    id,
    title,
    kind,
    destination: `${url}/demo/${page}`,
    ...(campaign && { campaign }),
  }));

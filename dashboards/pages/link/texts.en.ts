export const texts = {
  back: 'Links',
  unnamed: 'Link',
  missing: 'There is no such link, or no more.',
  figures: 'Clicks, all time',
  clicks: 'Clicks of this link',
  search: 'Search its clicks',
  noClicks: 'Nobody has followed it yet.',
  address: 'Address to give away',
  addressHint: 'Put this address in place of the page’s own.',
  tool: 'Mail tool',
  noTool: 'None, or an advertisement',
  toolHint:
    'The tool fills in whom it sends to: then you see who of them followed the link. What it fills in counts as a claim.',
  qr: 'QR code',
  qrOf: (url: string) => `QR code that leads to ${url}`,
  recipients: 'Recipients',
  record: 'About this link',
  edited: 'Changed, it leads elsewhere at once, also where its address is out already.',
  saved: 'The link is saved',
  remove: 'Delete the link',
  removing:
    'Its address then leads nowhere, also in e-mails that are out already. Its clicks stay in the list of clicks.',
  removed: 'The link is deleted',
};

export type Texts = typeof texts;

/** Tools that send e-mails, and what each of them writes in place of whom it sends to: an opaque id, where it has one. */
export const mailTools = {
  mailchimp: { name: 'Mailchimp', tag: '*|UNIQID|*' },
  brevo: { name: 'Brevo', tag: '{{contact.EMAIL}}' },
  klaviyo: { name: 'Klaviyo', tag: '{{person.email}}' },
  hubspot: { name: 'HubSpot', tag: '{{contact.email}}' },
  sendgrid: { name: 'SendGrid', tag: '{{email}}' },
  activecampaign: { name: 'ActiveCampaign', tag: '%EMAIL%' },
  mailerlite: { name: 'MailerLite', tag: '{$email}' },
  mautic: { name: 'Mautic', tag: '{contactfield=id}' },
  espocrm: { name: 'EspoCRM', tag: '{Person.emailAddress}' },
  listmonk: { name: 'Listmonk', tag: '{{.Subscriber.UUID}}' },
} as const;

export type MailTool = keyof typeof mailTools;

/** The parameter of a link's address that the tool fills in. */
export const RECIPIENT_PARAMETER = 'r';

/** The address of a link as it goes into an e-mail of a tool. */
export const withTag = (url: string, tool: MailTool): string =>
  `${url}?${RECIPIENT_PARAMETER}=${mailTools[tool].tag}`;

/** How tools write what they fill in, wherever it stands; of signs of percent those that encode nothing. */
const TAGS = [
  /\*\||\|\*|\{\{|\}\}|\{[^{}\s]+\}|<%|\[\[|\]\]/,
  /([#$@%])\1[\w.:-]+\1\1/,
  /%(?![\da-f]{2})[\w.:-]+%|%[\w.:-]+%(?![\da-f]{2})/i,
  /(?:^|=)\[-?\w+-?\](?:$|[&#])/,
];
/** What is nobody's id by itself: the name of a variable, or of what it should have been. */
const NOBODY = /^(?:undefined|null|\$\w+|([#_-]{1,2})\w+\1)$/i;

/** Whether a tool fills something of it in. */
export const hasTag = (text: string): boolean => TAGS.some((tag) => tag.test(text));

/** Whether it is what a tool should have replaced: it does not in the test e-mails that one sends oneself. */
export const isUnfilled = (text: string): boolean => hasTag(text) || NOBODY.test(text);

import { createHmac } from 'node:crypto';
import { aessiv } from '@noble/ciphers/aes.js';
import { isUnfilled, RECIPIENT_PARAMETER } from '../../schemas/mail_tools.js';
import { isEmail, normaliseCustomer, normaliseEmail, personId } from '../identity/identifiers.js';
import type { Carried } from './address.js';

/** Whom a link is made for. */
export type Recipient = { kind: 'email' | 'customer' | 'person'; value: string };

const KINDS = ['email', 'customer', 'person'] as const;
const VALUE_MAX = 254;
/** Sealed and written as text. */
const SEALED_MAX = 1_500;
const TAG_BYTES = 16;

/**
 * Whom a link was made for, sealed for its address (AES-SIV, RFC 5297): nobody else reads it or makes one. The same in all
 * links of a campaign at a site, so that they are known to be of one message, and another one in every other campaign.
 */
export class RecipientSeal {
  readonly #key: Uint8Array;

  constructor(secret: string, link: Pick<Carried, 'site' | 'link' | 'campaign'>) {
    this.#key = createHmac('sha256', secret)
      .update(JSON.stringify(['recipient', link.site, mailingOf(link)]))
      .digest();
  }

  seal({ kind, value }: Recipient): string {
    const text = Buffer.from(`${KINDS.indexOf(kind)}${value}`);
    return Buffer.from(aessiv(this.#key).encrypt(text)).toString('base64url');
  }

  /** @returns undefined for what is none of ours, or was made for another campaign */
  open(sealed: string): Recipient | undefined {
    const bytes = Buffer.from(sealed, 'base64url');
    if (sealed.length > SEALED_MAX || bytes.length <= TAG_BYTES || bytes.toString('base64url') !== sealed)
      return undefined;
    try {
      const text = Buffer.from(aessiv(this.#key).decrypt(bytes)).toString();
      const kind = KINDS[Number(text[0])];
      return kind && { kind, value: text.slice(1) };
    } catch {
      return undefined;
    }
  }
}

/** What a link's recipients are counted for: its campaign, else itself. */
export const mailingOf = ({ link, campaign }: Pick<Carried, 'link' | 'campaign'>): string => campaign || link;

/** As somebody writes whom a link is for. @returns undefined for what is nobody */
export function recipientOf(said: {
  email?: unknown;
  customer?: unknown;
  person?: unknown;
}): Recipient | undefined {
  const [[kind, text] = ['', undefined], ...more] = Object.entries(said);
  if (more.length > 0 || typeof text !== 'string' || text.length > VALUE_MAX) return undefined;
  const value = read(kind, text);
  return value ? { kind: kind as Recipient['kind'], value } : undefined;
}

function read(kind: string, text: string): string {
  if (kind === 'email') return isEmail(text.trim()) ? normaliseEmail(text) : '';
  if (kind === 'customer') return normaliseCustomer(text);
  return kind === 'person' && /^p_[\w-]{22}$/.test(text) ? text : '';
}

/**
 * What a mail tool has filled in for whom it sent to (`schemas/mail_tools.ts`): an e-mail address, else an id of the tool's
 * own. Read as it stands: a `+` is one.
 */
export function claimIn(url: string): { claimed?: Recipient; isTest?: boolean } {
  const [, written = ''] = CLAIM.exec(url) ?? [];
  const text = decoded(written).trim();
  if (!text || text.length > VALUE_MAX) return {};
  if (isUnfilled(text)) return { isTest: true };
  const email = isEmail(text) ? normaliseEmail(text) : '';
  if (email) return { claimed: { kind: 'email', value: email } };
  return text.includes('@') ? {} : { claimed: { kind: 'customer', value: `${TOOL_ID}${text}` } };
}

/** Some mail programs write `&amp;` where they mean `&`. */
const CLAIM = new RegExp(`^[^?#]*\\?(?:[^#]*&)?(?:amp;)*${RECIPIENT_PARAMETER}=([^&#]*)`);

/** An id of a mail tool is no customer id of the owner's. */
const TOOL_ID = 'mail tool: ';

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What everything of them is found by: a person's id, whether anybody knows that person yet or not. */
export const recipientId = (secret: string, site: string, { kind, value }: Recipient): string =>
  kind === 'person' ? value : personId(secret, site, kind, value);

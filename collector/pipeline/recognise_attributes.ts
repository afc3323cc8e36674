import type { SiteAttribute } from '../../schemas/entities/attributes.js';
import type { Site } from '../../schemas/entities/sites.js';
import type { FieldHint } from '../../schemas/events/form_submit.js';
import { isEmail } from '../identity/identifiers.js';
import { plain } from '../identity/plain.js';
import { memo } from '../memo.js';
import { ownValue, standardValue } from './attribute_values.js';
import { AFTER, ASKS, BEFORE, type Told, toldByToken, toldByWords } from './attribute_words.js';
import { type OwnAttributes, ownAttributes } from './own_attributes.js';
import { briefly, signOf } from './sign.js';
import { fold, isOthers } from './words.js';

interface Finding {
  value: string;
  /** An autocomplete token is surer than a name, and a name than a label. */
  strength: number;
}

/**
 * What a form says of whoever filled it in, beside who they are: the site's own attributes by the very names or labels
 * that it gave them, the standard ones by autocomplete token and by what the field is called as a whole. A field that says
 * anything else is left alone: better an attribute missed than one that is not true.
 *
 * @param now milliseconds
 */
export function recogniseAttributes(
  fields: ReadonlyMap<string, string[]>,
  hints: Record<string, FieldHint>,
  site: Pick<Site, 'attributes'>,
  now: number,
): Record<string, string> {
  const own = ownAttributes(site);
  const found = new Map<string, Finding>();
  const note = (name: string, value: string, strength: number) => {
    if (value && strength > (found.get(name)?.strength ?? 0)) found.set(name, { value, strength });
  };
  for (const [name, values] of fields) {
    const hint = briefly(hints[name] ?? {});
    const texts = values.map((value) => value.trim()).filter(Boolean);
    if (texts.length === 0) continue;
    const declared = ownOf(own, name, hint.label ?? '');
    if (declared) {
      note(declared.name, ownAnswer(declared, texts), 1);
      continue;
    }
    const [told, strength] = toldBy(name, hint);
    if (told && isAnswer(told, name, hint, texts)) note(told, kept(told, texts[0] ?? '', now), strength);
  }
  if (found.size === 0) return {};
  return withAddress(Object.fromEntries([...found].map(([name, { value }]) => [name, value])));
}

export function ownOf(
  { named, labelled }: OwnAttributes,
  name: string,
  label: string,
): SiteAttribute | undefined {
  if (named.size === 0) return undefined;
  // Form builders put the name in brackets: "form_fields[plan]".
  const inner = /\[([^[\]]+)\](?:\[\])?$/.exec(name)?.[1] ?? '';
  return (
    named.get(plain(name)) ??
    named.get(plain(inner)) ??
    labelled.get(plain(label)) ??
    labelled.get(plain(label.replace(/\s*[([][^)\]]*[)\]]\s*\*?$/, '')))
  );
}

/** Of several that were ticked a text has all, anything else the first that is one. */
function ownAnswer(attribute: SiteAttribute, texts: string[]): string {
  if (attribute.type === 'text') return ownValue(attribute, texts.join(', '));
  return texts.map((text) => ownValue(attribute, text)).find(Boolean) ?? '';
}

function toldBy(name: string, { autocomplete = '', label = '' }: FieldHint): [Told | undefined, number] {
  const token = toldByToken.get(autocomplete.toLowerCase().trim().split(/\s+/).at(-1) ?? '');
  if (token) return [token, 3];
  const byName = toldByName(name);
  return byName ? [byName, 2] : [toldByName(label), 1];
}

/** Longer names and labels are sentences, and call nothing. */
const NAME_MAX = 60;

export const toldByName = (text: string): Told | undefined =>
  text.length > NAME_MAX ? undefined : toldByShortName(text) || undefined;

/** A site's forms have the same names and labels again and again; empty where they tell nothing. */
const toldByShortName = memo(2_000, (text): Told | '' => {
  // "Address 2" is a name of its own, "city 2" is a city.
  const whole = fold(text);
  const bare = whole.replace(BEFORE, '');
  return toldByWords.get(whole) ?? toldByWords.get(bare) ?? toldByWords.get(bare.replace(AFTER, '')) ?? '';
});

/** Controls whose value is no word: a tick, a file, a colour. */
const NO_WORD = /^(?:checkbox|file|color|range|submit|button|image|email|tel|password)$/;

/** Whether the field is the visitor's own answer, and no other sign says that it is something else. */
function isAnswer(told: Told, name: string, hint: FieldHint, texts: string[]): boolean {
  const [text = ''] = texts;
  if (texts.length > 1 || NO_WORD.test(hint.type ?? '') || isOthers(name) || isOthers(hint.label ?? ''))
    return false;
  if (ASKS.test(fold(text)) || isEmail(text) || /^https?:/i.test(text) || !SHAPES[told].test(text))
    return false;
  const sign = signOf(name, hint, texts);
  return sign === undefined || sign.meaning === 'nobody';
}

const LETTERS = /\p{L}{2}/u;
const ANYTHING = /[\p{L}\p{N}]/u;
const SHAPES: Record<Told, RegExp> = {
  title: LETTERS,
  address: ANYTHING,
  address2: ANYTHING,
  address3: ANYTHING,
  postal: /^(?=.*\d)[\p{L}\d][\p{L}\d -]{1,11}$/u,
  city: LETTERS,
  region: LETTERS,
  country: LETTERS,
  language: LETTERS,
  birthYear: /\d{4}/,
  gender: /\p{L}/u,
  industry: LETTERS,
  companySize: /\d|\p{L}{2}/u,
};

function kept(told: Told, text: string, now: number): string {
  return standardValue(
    told === 'address2' || told === 'address3' || told === 'postal' ? 'address' : told,
    text,
    now,
  );
}

/** An address of several boxes is one. */
function withAddress({
  address2,
  address3,
  postal,
  ...found
}: Record<string, string>): Record<string, string> {
  const address = [found.address, address2, address3, postal].filter(Boolean).join(', ');
  return address ? { ...found, address } : found;
}

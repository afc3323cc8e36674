import { isClaimed, type Said } from '../../../people/claims.js';

/** By which road something was said: what an event's type means to its reader. */
export type Way = 'form' | 'page' | 'entry' | 'order' | 'event';

const WAYS: Partial<Record<string, Way>> = {
  form_submit: 'form',
  identify: 'page',
  lead_entered: 'entry',
  person_changed: 'entry',
  contact_logged: 'entry',
  purchase: 'order',
  conversion: 'order',
  refund: 'order',
};

export const wayOf = (type: string): Way => WAYS[type] ?? 'event';

export interface Standing {
  /** What holds was never confirmed: anybody could have said it. */
  isClaimed: boolean;
  /** The newest claim of something else than the word that holds. */
  otherwise: Said | undefined;
  /** That said what holds, a word before a claim. */
  holding: Said | undefined;
  /** All that was said, the newest first; empty where nothing but the one value ever was. */
  all: readonly Said[];
}

/** How the value of an attribute that holds stands to all that was ever said of it. */
export function standingOf(said: readonly Said[], attribute: string, value: string): Standing {
  const all = said
    .filter((one) => one.attribute === attribute)
    .sort((one, other) => other.last_said - one.last_said);
  const holding = all.filter((one) => one.value === value);
  const isClaim = isClaimed(said, attribute, value);
  const claims = all.filter((one) => !one.is_word && one.value !== value && one.value !== '');
  return {
    isClaimed: isClaim,
    otherwise: holding.length > 0 && !isClaim ? claims[0] : undefined,
    holding: holding.find(({ is_word }) => is_word) ?? holding[0],
    all: all.some((one) => one.value !== value) ? all : [],
  };
}

export interface Identifier {
  attribute: 'email' | 'phone' | 'customer';
  value: string;
  /** The id that it stands for by itself; empty where it was only ever said beside a stronger one. */
  id: string;
  since: number;
  /** Nobody who is trusted has said it. */
  isClaimed: boolean;
}

const KINDS = ['email', 'phone', 'customer'] as const;

/** By what somebody is known, each once, the oldest of a kind first. */
export function identifiersOf(said: readonly Said[]): Identifier[] {
  return KINDS.flatMap((attribute) => {
    const found = new Map<string, Identifier>();
    for (const { value, id, first_said, is_word } of said.filter(
      (one) => one.attribute === attribute && one.value,
    )) {
      const known = found.get(value);
      found.set(value, {
        attribute,
        value,
        id: known?.id || id,
        since: Math.min(known?.since ?? first_said, first_said),
        isClaimed: (known?.isClaimed ?? true) && !is_word,
      });
    }
    return [...found.values()].sort((one, other) => one.since - other.since);
  });
}

/** From whom an identifier can be separated: the person, or another part of them where it is what they go by. */
export function partnerOf(
  identifiers: readonly Identifier[],
  { id }: Identifier,
  person: string,
): string | undefined {
  if (!id) return undefined;
  const others = identifiers.map((one) => one.id).filter((other) => other && other !== id);
  return others.includes(person) ? person : others[0];
}

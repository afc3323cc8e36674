import { useSignal } from '@preact/signals';
import { Card } from '../../../components/Card.js';
import { Claimed } from '../../../people/Claimed.js';
import type { Said } from '../../../people/claims.js';
import { LongText } from '../../../people/LongText.js';
import { Several } from '../../../people/Several.js';
import { EmailLink, PhoneLink } from './contacts.js';
import { useDay } from './SaidMark.js';
import { SeparateDialog } from './SeparateDialog.js';
import { type Identifier, identifiersOf, partnerOf } from './said.js';
import { texts } from './texts.js';

interface IdentifiersProps {
  person: string;
  said: readonly Said[];
  /** They may say that two of them are two people. */
  mayDecide: boolean;
  onDecided: (person: string) => void;
}

/** By what somebody is known and since when; what stands for a person of its own can be separated. */
export function Identifiers({ person, said, mayDecide, onDecided }: IdentifiersProps) {
  const m = texts.value;
  const dayOf = useDay();
  const chosen = useSignal<Identifier | undefined>(undefined);
  const identifiers = identifiersOf(said);
  if (identifiers.length === 0) return null;
  const partner = chosen.value && partnerOf(identifiers, chosen.value, person);
  return (
    <Card title={m.identifiers}>
      <Several items={identifiers} keyOf={({ attribute, value }) => `${attribute} ${value}`}>
        {(one) => (
          <div class="identifier">
            <div>
              <Linked identifier={one} />
              <p class="muted small">
                {m.since(dayOf(one.since))} {one.isClaimed && <Claimed />}
              </p>
            </div>
            {mayDecide && partnerOf(identifiers, one, person) && (
              <button
                type="button"
                class="button button-small"
                aria-label={m.separateWhat(one.value.slice(0, 100))}
                onClick={() => {
                  chosen.value = one;
                }}
              >
                {m.separate}
              </button>
            )}
          </div>
        )}
      </Several>
      {chosen.value && partner && (
        <SeparateDialog
          chosen={chosen.value}
          partner={partner}
          said={said}
          onDecided={onDecided}
          onClose={() => {
            chosen.value = undefined;
          }}
        />
      )}
    </Card>
  );
}

function Linked({ identifier: { attribute, value } }: { identifier: Identifier }) {
  if (attribute === 'email') return <EmailLink>{value}</EmailLink>;
  if (attribute === 'phone') return <PhoneLink>{value}</PhoneLink>;
  return (
    <>
      <span class="muted">{texts.value.customers}</span> <LongText>{value}</LongText>
    </>
  );
}

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Fact, isNothing } from '../../../components/Fact.js';
import { Icon } from '../../../components/Icon.js';
import type { Whom } from '../../../people/acts/whom.js';
import { EditFact } from './EditFact.js';
import type { Editable } from './editable.js';
import { texts } from './texts.js';

interface EditableFactProps {
  whom: Whom;
  fact: Editable;
  mayEdit: boolean;
  /** Also where nothing is known. */
  isOffered: boolean;
  /** What is known, as it is told. */
  children: ComponentChildren;
}

/** A fact that is changed where it stands. */
export function EditableFact({ whom, fact, mayEdit, isOffered, children }: EditableFactProps) {
  const m = texts.value.edit;
  const isOpen = useSignal(false);
  const line = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (isOpen.value === wasOpen.current) return;
    wasOpen.current = isOpen.value;
    line.current?.querySelector<HTMLElement>(isOpen.value ? 'input, select' : '.fact-edit')?.focus();
  }, [isOpen.value]);
  if (!mayEdit) return <Fact term={fact.title}>{children}</Fact>;
  if (isNothing(children) && !isOffered && !isOpen.value) return null;
  return (
    <div ref={line}>
      {isOpen.value ? (
        <>
          <dt class="hidden-text">{fact.title}</dt>
          <dd>
            <EditFact
              whom={whom}
              fact={fact}
              onClose={() => {
                isOpen.value = false;
              }}
            />
          </dd>
        </>
      ) : (
        <>
          <dt>{fact.title}</dt>
          <dd class="fact-known">
            <div>{children}</div>
            <button
              type="button"
              class="button button-plain button-small fact-edit"
              aria-label={m.change(fact.title)}
              title={m.change(fact.title)}
              onClick={() => {
                isOpen.value = true;
              }}
            >
              <Icon name="note" />
            </button>
          </dd>
        </>
      )}
    </div>
  );
}

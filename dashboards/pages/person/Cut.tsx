import { useContext } from 'preact/hooks';
import type { TimelineEvent } from '../../api.js';
import { ForeignLink, UserText } from '../../components/Text.js';
import { WholesOf } from './whole.js';
import { words } from './words.js';

interface WholeButtonProps {
  event: TimelineEvent;
  /** How much there is. */
  amount: string;
}

/** Tells an event in full, or as short as before. */
export function WholeButton({ event, amount }: WholeButtonProps) {
  const m = words.value.timeline;
  const wholes = useContext(WholesOf);
  const problem = wholes.problemOf(event);
  return (
    <>
      <button
        type="button"
        class="button-link"
        aria-expanded={wholes.isWhole(event)}
        aria-disabled={wholes.isAsked(event)}
        onClick={() => wholes.toggle(event)}
      >
        {wholes.isWhole(event) ? m.showLess : m.showAll(amount)}
      </button>
      {problem && (
        <span class="problem" role="alert">
          {' '}
          {problem}
        </span>
      )}
    </>
  );
}

interface CutProps {
  event: TimelineEvent;
  /** Whatever of them is cut. */
  columns: readonly (keyof TimelineEvent)[];
}

/** After a text of which the timeline has the beginning alone: says so, and how to see the whole. */
export function Cut({ event, columns }: CutProps) {
  const wholes = useContext(WholesOf);
  const length = Math.max(...columns.map((column) => wholes.lengthOf(event, column)));
  if (length === 0) return null;
  return (
    <>
      {!wholes.isWhole(event) && '…'}{' '}
      <WholeButton event={event} amount={words.value.timeline.characters(length)} />
    </>
  );
}

interface EventLinkProps {
  event: TimelineEvent;
  column: 'url' | 'referrer' | 'link_url';
  children: string;
}

/** A link to an address that an event tells: none while it is cut, since that leads elsewhere. */
export const EventLink = ({ event, column, children }: EventLinkProps) =>
  event.cut[column] ? (
    <UserText>{children}</UserText>
  ) : (
    <ForeignLink url={event[column]}>{children}</ForeignLink>
  );

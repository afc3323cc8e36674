import { useContext } from 'preact/hooks';
import type { TimelineEvent } from '../../api.js';
import { UserText } from '../../components/Text.js';
import { WholeButton } from './Cut.js';
import { Fact } from './Fact.js';
import { foldFields, mayLack, shorten } from './fold.js';
import { fieldTerm, textTerm } from './told.js';
import { splitFields } from './typed.js';
import { WholesOf } from './whole.js';
import { words } from './words.js';

/** What somebody wrote, into a form or of a contact: fields by their names, then the text and what was agreed to. */
export function TypedFacts({ event }: { event: TimelineEvent }) {
  const m = words.value;
  const { fields, message, consents } = splitFields(event);
  const wholes = useContext(WholesOf);
  const length = wholes.lengthOf(event, 'fields');
  const { shown, isFolded } = foldFields(fields);
  if (fields.length === 0 && !message && consents.length === 0) return null;
  return (
    <dl class="facts entry-facts typed-facts">
      {(wholes.isWhole(event) ? fields : shown).map(([name, values]) => (
        <Fact key={name} term={<UserText>{fieldTerm(event.type, name, m)}</UserText>}>
          <Texts texts={values} />
        </Fact>
      ))}
      {(isFolded || (length > 0 && mayLack(fields))) && (
        <Fact term={m.timeline.fields}>
          <WholeButton
            event={event}
            amount={length > 0 ? m.timeline.characters(length) : m.timeline.fieldCount(fields.length)}
          />
        </Fact>
      )}
      {message && (
        <Fact term={textTerm(event.type, m)}>
          <Message event={event} />
        </Fact>
      )}
      {consents.length > 0 && (
        <Fact term={m.timeline.consents}>
          <Texts texts={consents} />
        </Fact>
      )}
    </dl>
  );
}

/** Characters of a message that leave the next entry in sight. */
const MESSAGE_MAX = 600;

function Message({ event }: { event: TimelineEvent }) {
  const { message } = event;
  const wholes = useContext(WholesOf);
  const begun = shorten(message, MESSAGE_MAX);
  const length = wholes.lengthOf(event, 'message') || [...message].length;
  return (
    <>
      <Texts texts={[wholes.isWhole(event) ? message : begun]} />
      {begun !== message && <WholeButton event={event} amount={words.value.timeline.characters(length)} />}
    </>
  );
}

const Texts = ({ texts }: { texts: string[] }) => (
  <>
    {texts.map((text) => (
      <p key={text} class="typed">
        <UserText>{text}</UserText>
      </p>
    ))}
  </>
);

import { useContext } from 'preact/hooks';
import type { TimelineEvent } from '../../api.js';
import { useFormat, useSite } from '../../components/site.js';
import { UserText } from '../../components/Text.js';
import { knownAttributes } from '../../people/attributes.js';
import { texts as peopleTexts } from '../../people/texts.js';
import { texts as aboutTexts } from './about/texts.js';
import { WholeButton } from './Cut.js';
import { Fact } from './Fact.js';
import { foldFields, mayLack, shorten } from './fold.js';
import { saidFacts } from './said_facts.js';
import { fieldTerm, textTerm } from './told.js';
import { splitFields } from './typed.js';
import { WholesOf } from './whole.js';
import { words } from './words.js';

/** What an event says of the person, and what somebody wrote into a form or of a contact, then what was agreed to. */
export function TypedFacts({ event }: { event: TimelineEvent }) {
  const m = words.value;
  const { site } = useSite();
  const attributes = knownAttributes(site.attributes, useFormat(), peopleTexts.value);
  const { fields, message, consents } = splitFields(event);
  const told: typeof fields = [
    ...saidFacts(event, attributes, aboutTexts.value),
    ...fields.map(([name, values]): (typeof fields)[number] => [fieldTerm(event.type, name, m), values]),
  ];
  const wholes = useContext(WholesOf);
  const length = wholes.lengthOf(event, 'fields') + wholes.lengthOf(event, 'said');
  const { shown, isFolded } = foldFields(told);
  if (told.length === 0 && !message && consents.length === 0) return null;
  return (
    <dl class="facts entry-facts typed-facts">
      {(wholes.isWhole(event) ? told : shown).map(([term, values], index) => (
        <Fact key={`${index} ${term}`} term={<UserText>{term}</UserText>}>
          {values.length > 0 ? <Texts texts={values} /> : <em class="muted">{aboutTexts.value.cleared}</em>}
        </Fact>
      ))}
      {(isFolded || (length > 0 && mayLack(told))) && (
        <Fact term={m.timeline.fields}>
          <WholeButton
            event={event}
            amount={length > 0 ? m.timeline.characters(length) : m.timeline.fieldCount(told.length)}
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

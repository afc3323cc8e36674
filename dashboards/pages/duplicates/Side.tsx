import { Stage } from '../../components/person.js';
import { useSite } from '../../components/site.js';
import { Ago, UserText } from '../../components/Text.js';
import { calledOf, cut, type One } from '../../people/pair.js';
import { personUrl } from '../../urls.js';
import { texts } from './texts.js';

/** One of two people who may be one. */
export function Side({ one }: { one: One }) {
  const m = texts.value;
  const { site } = useSite();
  const called = calledOf(one);
  const told = [one.email, one.phone, one.company, one.customer]
    .map(cut)
    .filter((text) => text && text !== called);
  return (
    <div class="pair-side">
      <a class="pair-name" href={personUrl(site.id, one.id)}>
        <UserText>{called}</UserText>
      </a>{' '}
      <Stage stage={one.stage} />
      <span class="data-beside">
        {told.map((text, index) => (
          <span key={text}>
            {index > 0 && ' · '}
            <UserText>{text}</UserText>
          </span>
        ))}
      </span>
      <span class="data-beside">
        {one.orders > 0 && `${m.orders(one.orders)} · `}
        {one.lastSeen > 0 && (
          <>
            {m.seen} <Ago ts={one.lastSeen} />
          </>
        )}
      </span>
    </div>
  );
}

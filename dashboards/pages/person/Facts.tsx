import type { ComponentChildren } from 'preact';
import type { Person } from '../../api.js';
import { useNarrow } from '../../components/hooks.js';
import { deviceText, sourceText, statusText } from '../../components/person.js';
import { useFormat } from '../../components/site.js';
import { Ago, UserText } from '../../components/Text.js';
import type { OwnerName } from './sentence.js';
import { words } from './words.js';

interface FactsProps {
  person: Person;
  ownerName: OwnerName;
}

/** Who somebody is, and what is known of their visits. */
export function Facts({ person, ownerName }: FactsProps) {
  const m = words.value.person;
  const format = useFormat();
  const narrow = useNarrow();
  const touches = touchesOf(person);
  return (
    <section class="card person-facts" aria-labelledby="facts">
      <h2 id="facts">{m.facts}</h2>
      <dl class="facts">
        <Fact term={m.emails} texts={person.emails} />
        <Fact term={m.phones} texts={person.phones} />
        <Fact term={m.company} texts={[person.company]} />
        <Fact term={m.customers} texts={person.customers} />
        <Fact term={m.source} texts={[sourceText(person.source)]} />
        {touches.map(({ term, ts, words }) => (
          <Fact key={term} term={term}>
            <p>
              <UserText>{words.filter(Boolean).join(' / ')}</UserText>
            </p>
            <p class="muted small">
              <Ago ts={ts} />
            </p>
          </Fact>
        ))}
        <Fact term={m.status} texts={[statusText(person.status)]} />
        <Fact term={m.owner} texts={[ownerName(person.owner)]} />
        {person.orders > 0 && <Fact term={m.orders} texts={[format.number(person.orders)]} />}
        <Fact
          term={m.revenue}
          texts={Object.entries(person.value_minor).map(([currency, minor]) => format.money(minor, currency))}
        />
        <Fact term={m.firstSeen}>
          <Ago ts={person.first_seen} />
        </Fact>
        <Fact term={m.lastSeen}>
          <Ago ts={person.last_seen} />
        </Fact>
      </dl>
      {/* On a phone the timeline comes below: it should not be far. */}
      <details open={!narrow}>
        <summary>{m.more}</summary>
        <dl class="facts">
          <Fact term={m.capturedAt}>
            <Ago ts={person.captured_at} />
          </Fact>
          <Fact term={m.pageViews} texts={[format.number(person.page_views)]} />
          <Fact term={m.forms} texts={[format.number(person.form_submits)]} />
          <Fact term={m.events} texts={[format.number(person.events)]} />
          <Fact term={m.visitors} texts={[format.number(person.visitors)]} />
          <Fact term={m.language} texts={[person.language && format.languageName(person.language)]} />
          <Fact term={m.browser} texts={[[person.browser, person.os].filter(Boolean).join(' · ')]} />
          <Fact term={m.device} texts={[deviceText(person.device)]} />
        </dl>
      </details>
    </section>
  );
}

/** What brought them to the site first and last; one that is both is told once. */
function touchesOf(person: Person) {
  const m = words.value.person;
  const first = {
    term: m.firstTouch,
    ts: person.first_touch_ts,
    words: [sourceText(person.first_touch_source), person.first_touch_medium, person.first_touch_campaign],
  };
  const last = {
    term: m.lastTouch,
    ts: person.last_touch_ts,
    words: [sourceText(person.last_touch_source), person.last_touch_medium, person.last_touch_campaign],
  };
  return [first, ...(last.ts === first.ts ? [] : [last])].filter(({ ts }) => ts > 0);
}

interface FactProps {
  term: string;
  texts?: string[];
  children?: ComponentChildren;
}

/** Nothing at all where nothing is known: an empty line tells nothing either. */
function Fact({ term, texts = [], children }: FactProps) {
  const known = texts.filter(Boolean);
  if (!children && known.length === 0) return null;
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {children}
        {known.map((text) => (
          <p key={text}>
            <UserText>{text}</UserText>
          </p>
        ))}
      </dd>
    </div>
  );
}

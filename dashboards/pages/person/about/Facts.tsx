import './about.css';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { seesOwnOnly } from '../../../access.js';
import type { Person } from '../../../api.js';
import { Card } from '../../../components/Card.js';
import { Fact } from '../../../components/Fact.js';
import { deviceText, statusText } from '../../../components/person.js';
import { countries, languages } from '../../../components/places.js';
import { useFormat, useSite } from '../../../components/site.js';
import { Ago, UserText } from '../../../components/Text.js';
import { knownAttributes } from '../../../people/attributes.js';
import { Claimed } from '../../../people/Claimed.js';
import { Company } from '../../../people/Company.js';
import { channelText } from '../../../people/channel.js';
import { isClaimed, type Said } from '../../../people/claims.js';
import { LongText } from '../../../people/LongText.js';
import { Several } from '../../../people/Several.js';
import { shortName } from '../../../people/short_name.js';
import { texts as peopleTexts } from '../../../people/texts.js';
import { me } from '../../../session.js';
import { cameBy } from './came_by.js';
import { EmailLink, PhoneLink } from './contacts.js';
import { EditableFact } from './EditableFact.js';
import type { Editable } from './editable.js';
import { SaidMark } from './SaidMark.js';
import { texts } from './texts.js';

export interface FactsProps {
  person: Person;
  said: readonly Said[];
  ownerName: (owner: string) => string;
  /** They may say anew what is known. */
  mayEdit: boolean;
}

/** Who somebody is. */
export function Facts({ person, said, ownerName, mayEdit }: FactsProps) {
  const m = texts.value;
  const { site } = useSite();
  const format = useFormat();
  const attributes = knownAttributes(site.attributes, format, peopleTexts.value);
  const isWhole = useSignal(false);
  const whom = { id: person.person_id, name: shortName(person) };
  const listed: Partial<Record<string, Editable['options']>> = {
    country: () => countries(format),
    language: () => languages(format),
  };
  const edited = (fact: Editable, children: ComponentChildren) => (
    <EditableFact key={fact.name} whom={whom} fact={fact} mayEdit={mayEdit} isOffered={isWhole.value}>
      {children}
    </EditableFact>
  );
  const text = (name: string, title: string, value: string): Editable => ({
    name,
    title,
    type: 'text',
    value,
  });
  // By an address two people may become one: whoever sees their own alone does not decide that.
  const mayJoin = !seesOwnOnly(me.value?.access ?? [], site.id);
  const markOf = (attribute: string, title: string, value: string, say?: (value: string) => string) => (
    <SaidMark said={said} attribute={attribute} title={title} value={value} {...(say && { say })} />
  );
  return (
    <Card title={m.facts}>
      <dl class="facts">
        <EditableFact
          whom={whom}
          fact={text('email', m.emails, person.email)}
          mayEdit={mayEdit && mayJoin}
          isOffered={isWhole.value}
        >
          {person.emails.length > 0 && (
            <Several items={person.emails} keyOf={(email) => email}>
              {(email) => (
                <>
                  <EmailLink>{email}</EmailLink> {isClaimed(said, 'email', email) && <Claimed />}
                </>
              )}
            </Several>
          )}
        </EditableFact>
        {edited(
          text('phone', m.phones, person.phone),
          person.phones.length > 0 && (
            <Several items={person.phones} keyOf={(phone) => phone}>
              {(phone) => (
                <>
                  <PhoneLink>{phone}</PhoneLink> {isClaimed(said, 'phone', phone) && <Claimed />}
                </>
              )}
            </Several>
          ),
        )}
        {edited(
          text('name', m.name, person.name),
          person.name && (
            <>
              <LongText>{person.name}</LongText> {markOf('name', m.name, person.name)}
            </>
          ),
        )}
        {edited(
          text('company', m.company, person.company_is_derived ? '' : person.company),
          person.company && (
            <>
              <Company of={person} isWhole /> {markOf('company', m.company, person.company)}
            </>
          ),
        )}
        {attributes.map(({ name, title, type, say, options }) => {
          const value = person.attributes[name] ?? '';
          const choices = listed[name] ?? (options && (() => options));
          return edited(
            { name, title, type, value, ...(choices && { options: choices }) },
            value && (
              <>
                <LongText>{say(value)}</LongText> {markOf(name, title, value, say)}
              </>
            ),
          );
        })}
        <Fact term={m.status}>{statusText(person.status)}</Fact>
        <Fact term={m.owner}>
          {person.owner ? (
            <LongText>{ownerName(person.owner)}</LongText>
          ) : (
            <span class="muted">{m.noOwner}</span>
          )}
        </Fact>
      </dl>
      {mayEdit && (
        <button
          type="button"
          class="button-link"
          aria-expanded={isWhole.value}
          onClick={() => {
            isWhole.value = !isWhole.value;
          }}
        >
          {isWhole.value ? m.edit.less : m.edit.more}
        </button>
      )}
    </Card>
  );
}

/** What they have bought; nothing where they have not. */
export function Worth({ person: { orders, value_minor } }: Pick<FactsProps, 'person'>) {
  const m = texts.value;
  const format = useFormat();
  const amounts = Object.entries(value_minor);
  if (orders === 0 && amounts.length === 0) return null;
  return (
    <Card title={m.worth}>
      <dl class="facts">
        <Fact term={m.orders}>{orders > 0 && format.number(orders)}</Fact>
        <Fact term={m.revenue}>
          {amounts.map(([currency, minor]) => (
            <strong key={currency} class="several-line">
              {format.money(minor, currency)}
            </strong>
          ))}
        </Fact>
      </dl>
    </Card>
  );
}

/** What they score, and why; nothing where no rule fits them. */
export function Score({ person: { score, score_reasons } }: Pick<FactsProps, 'person'>) {
  const format = useFormat();
  const reasons = Object.entries(score_reasons).sort(([, one], [, other]) => other - one);
  if (reasons.length === 0) return null;
  return (
    <Card title={`${texts.value.score}: ${format.number(score)}`}>
      <dl class="facts">
        {reasons.map(([name, points]) => (
          <Fact key={name} term={format.signed(points)}>
            <LongText>{name}</LongText>
          </Fact>
        ))}
      </dl>
    </Card>
  );
}

/** What brought them, first and last. */
export function Came({ person }: Pick<FactsProps, 'person'>) {
  const m = texts.value;
  return (
    <Card title={m.came}>
      <dl class="facts">
        <Fact term={m.source}>
          {person.source && <UserText>{cameBy(person.source, person.medium, person.campaign)}</UserText>}
        </Fact>
        <Fact term={m.channel}>{person.channel && <UserText>{channelText(person.channel)}</UserText>}</Fact>
        {touchesOf(person).map(({ term, ts, text }) => (
          <Fact key={term} term={term}>
            <p>
              <UserText>{text}</UserText>
            </p>
            <p class="muted small">
              <Ago ts={ts} />
            </p>
          </Fact>
        ))}
        <Fact term={m.firstSeen}>{person.first_seen > 0 && <Ago ts={person.first_seen} />}</Fact>
        <Fact term={m.lastSeen}>{person.last_seen > 0 && <Ago ts={person.last_seen} />}</Fact>
      </dl>
    </Card>
  );
}

/** How much they did, and with what. */
export function Activity({ person }: Pick<FactsProps, 'person'>) {
  const m = texts.value;
  const format = useFormat();
  const place = [person.region, person.country && format.countryName(person.country)];
  return (
    <Card title={m.more}>
      <dl class="facts">
        <Fact term={m.capturedAt}>{person.captured_at > 0 && <Ago ts={person.captured_at} />}</Fact>
        <Fact term={m.place}>{place.filter(Boolean).join(', ')}</Fact>
        <Fact term={m.language}>{person.language && format.languageName(person.language)}</Fact>
        <Fact term={m.browser}>{[person.browser, person.os].filter(Boolean).join(' · ')}</Fact>
        <Fact term={m.device}>{person.device && deviceText(person.device)}</Fact>
        <Fact term={m.visitors}>{format.number(person.visitors)}</Fact>
        <Fact term={m.pageViews}>{format.number(person.page_views)}</Fact>
        <Fact term={m.forms}>{format.number(person.form_submits)}</Fact>
        <Fact term={m.events}>{format.number(person.events)}</Fact>
      </dl>
    </Card>
  );
}

/** What brought them to the site first and last; one that is both is told once. */
function touchesOf(person: Person) {
  const m = texts.value;
  const first = {
    term: m.firstTouch,
    ts: person.first_touch_ts,
    text: cameBy(person.first_touch_source, person.first_touch_medium, person.first_touch_campaign),
  };
  const last = {
    term: m.lastTouch,
    ts: person.last_touch_ts,
    text: cameBy(person.last_touch_source, person.last_touch_medium, person.last_touch_campaign),
  };
  return [first, ...(last.ts === first.ts ? [] : [last])].filter(({ ts }) => ts > 0);
}

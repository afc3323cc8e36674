import './about.css';
import type { ComponentChildren } from 'preact';
import type { Person } from '../../../api.js';
import { PageHeading } from '../../../components/Heading.js';
import { nameOf, Stage, statusText } from '../../../components/person.js';
import { useFormat } from '../../../components/site.js';
import { Ago, UserText } from '../../../components/Text.js';
import { Company } from '../../../people/Company.js';
import { emailKindText } from '../../../people/email_kind.js';
import { cameBy } from './came_by.js';
import { EmailLink, PhoneLink } from './contacts.js';
import { initialsOf } from './initials.js';
import { texts } from './texts.js';

interface HeaderProps {
  person: Person;
  ownerName: (owner: string) => string;
  /** Buttons: what can be done. */
  children?: ComponentChildren;
}

/** Who this is, in ten seconds: name and company, how to reach them, whose they are, what they are worth, what brought them. */
export function Header({ person, ownerName, children }: HeaderProps) {
  const m = texts.value;
  const format = useFormat();
  const name = nameOf(person);
  const amounts = Object.entries(person.value_minor).map(([currency, minor]) =>
    format.money(minor, currency),
  );
  const source = cameBy(person.source, person.medium, person.campaign);
  return (
    <header class="person-head">
      <span class="avatar" aria-hidden="true">
        {initialsOf(name)}
      </span>
      <div class="person-title">
        <div class="person-name">
          <PageHeading title={name}>
            <span class="clamped" title={name}>
              <UserText>{name}</UserText>
            </span>
          </PageHeading>
          <Stage stage={person.stage} />
          {person.status && <span class="tag">{statusText(person.status)}</span>}
        </div>
        <ul class="person-line">
          {person.company && (
            <li class="person-company">
              <Company of={person} />
            </li>
          )}
          {person.email && (
            <li>
              <EmailLink>{person.email}</EmailLink>
              {/* An address of a company's own is the usual one: what is not tells how to take it. */}
              {person.email_kind && person.email_kind !== 'business' && (
                <span class="tag">{emailKindText(person.email_kind)}</span>
              )}
            </li>
          )}
          {person.phone && (
            <li>
              <PhoneLink>{person.phone}</PhoneLink>
            </li>
          )}
          {person.owner && <li>{m.ownedBy(<UserText>{ownerName(person.owner)}</UserText>)}</li>}
        </ul>
        <ul class="person-line muted">
          {person.orders > 0 && (
            <li>
              {m.ordersOf(person.orders)}
              {amounts.length > 0 && (
                <>
                  {', '}
                  <strong class="person-worth">{amounts.join(' + ')}</strong>
                </>
              )}
            </li>
          )}
          {person.last_seen > 0 && <li>{m.seen(<Ago ts={person.last_seen} />)}</li>}
          {source && <li>{m.cameBy(<UserText>{source}</UserText>)}</li>}
        </ul>
      </div>
      {children && <div class="actions person-actions">{children}</div>}
    </header>
  );
}

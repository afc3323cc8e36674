import type { ComponentChildren } from 'preact';
import type { TimelineEvent } from '../../api.js';
import { useFormat, useSite } from '../../components/site.js';
import { ForeignLink, UserText } from '../../components/Text.js';
import { messages } from '../../i18n/locale.js';
import { readableUrl } from '../../urls.js';
import { sourceText } from '../leads/lead.js';
import { splitLines } from './lines.js';
import { OrderLines } from './OrderLines.js';

/** What an event carries besides its sentence. */
export function Details({ event }: { event: TimelineEvent }) {
  const format = useFormat();
  const { site } = useSite();
  const m = messages.value.timeline;
  const fields = Object.entries(event.fields).filter(([, values]) => values.some(Boolean));
  const currency = event.currency || site.currency;
  const money = event.value_minor !== 0 && format.money(event.value_minor, currency);
  const { lines, rest } = splitLines(event);
  const source = [sourceText(event.source), event.medium, event.campaign].filter(Boolean);
  return (
    <>
      {fields.length > 0 && (
        <dl class="facts entry-facts typed-facts">
          {fields.map(([name, values]) => (
            <Fact key={name} term={<UserText>{name}</UserText>}>
              {values.filter(Boolean).map((value) => (
                <p key={value} class="typed">
                  <UserText>{value}</UserText>
                </p>
              ))}
            </Fact>
          ))}
        </dl>
      )}
      <OrderLines lines={lines} currency={currency} />
      <dl class="facts entry-facts">
        {money && <Fact term={m.value}>{money}</Fact>}
        {event.coupon && (
          <Fact term={m.coupon}>
            <UserText>{event.coupon}</UserText>
          </Fact>
        )}
        {source.length > 0 && (
          <Fact term={m.source}>
            <UserText>{source.join(' / ')}</UserText>
          </Fact>
        )}
        {source.length > 0 && event.referrer && (
          <Fact term={m.referrer}>
            <ForeignLink url={event.referrer}>{readableUrl(event.referrer)}</ForeignLink>
          </Fact>
        )}
        {event.url && event.type !== 'page_view' && (
          <Fact term={m.page}>
            <ForeignLink url={event.url}>{readableUrl(event.url)}</ForeignLink>
          </Fact>
        )}
      </dl>
      <Props props={rest} />
    </>
  );
}

function Fact({ term, children }: { term: ComponentChildren; children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Whatever the sender added: kept out of the way until asked for. */
function Props({ props }: { props: TimelineEvent['props'] }) {
  const entries = Object.entries(props);
  if (entries.length === 0) return null;
  return (
    <details class="props">
      <summary>{messages.value.timeline.props}</summary>
      <dl class="facts entry-facts typed-facts">
        {entries.map(([name, value]) => (
          <Fact key={name} term={<UserText>{name}</UserText>}>
            <UserText>{typeof value === 'string' ? value : JSON.stringify(value)}</UserText>
          </Fact>
        ))}
      </dl>
    </details>
  );
}

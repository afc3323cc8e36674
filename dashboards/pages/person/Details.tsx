import { useContext } from 'preact/hooks';
import type { BotSignal } from '../../../schemas/bot_signals.js';
import type { TimelineEvent } from '../../api.js';
import { sourceText } from '../../components/person.js';
import { useFormat, useSite } from '../../components/site.js';
import { UserText } from '../../components/Text.js';
import { readableUrl } from '../../urls.js';
import { Cut, EventLink, WholeButton } from './Cut.js';
import { Fact } from './Fact.js';
import { splitLines } from './lines.js';
import { OrderLines } from './OrderLines.js';
import type { OwnerName } from './sentence.js';
import { TypedFacts } from './TypedFacts.js';
import { toldFacts, untold } from './told.js';
import { WholesOf } from './whole.js';
import { words } from './words.js';

/** Of these the sentence tells the page. */
const IS_OF_PAGE = /^page_(view|leave)$/;

/** What an event carries besides its sentence. */
export function Details({ event, ownerName }: { event: TimelineEvent; ownerName: OwnerName }) {
  const format = useFormat();
  const { site } = useSite();
  const m = words.value.timeline;
  const currency = event.currency || site.currency;
  const money = event.value_minor !== 0 && format.money(event.value_minor, currency);
  const { lines, rest } = splitLines(event, words.value);
  const source = [sourceText(event.source), event.medium, event.campaign].filter(Boolean);
  const share = event.scroll_percent > 0 ? format.percent(event.scroll_percent) : '';
  return (
    <>
      {event.engaged_ms > 0 && <p class="muted small">{m.read(format.duration(event.engaged_ms), share)}</p>}
      <OrderLines lines={lines} currency={currency} />
      {/* Of a correction the contact itself tells it. */}
      {event.type !== 'contact_changed' && <TypedFacts event={event} />}
      <dl class="facts entry-facts">
        {money && <Fact term={m.value}>{money}</Fact>}
        {toldFacts({ ...event, props: withName(event.props, ownerName) }, words.value, format).map(
          ([term, text]) => (
            <Fact key={term} term={term}>
              <UserText>{text}</UserText>
            </Fact>
          ),
        )}
        {event.step_at > 0 && (
          <Fact term={m.nextStep}>
            <NextStep event={event} ownerName={ownerName} />
          </Fact>
        )}
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
            <EventLink event={event} column="referrer">
              {readableUrl(event.referrer)}
            </EventLink>
            <Cut event={event} columns={['referrer']} />
          </Fact>
        )}
        {event.url && !IS_OF_PAGE.test(event.type) && (
          <Fact term={m.page}>
            <EventLink event={event} column="url">
              {readableUrl(event.url)}
            </EventLink>
            <Cut event={event} columns={['url']} />
          </Fact>
        )}
        {event.bot_signals.length > 0 && (
          <Fact term={m.bot}>
            {event.bot_signals.map((signal) => m.botSignals[signal as BotSignal] ?? signal).join(', ')}
          </Fact>
        )}
      </dl>
      <More event={event} props={rest} />
      <CutProps event={event} />
    </>
  );
}

/** Reps by their names. */
function withName(props: TimelineEvent['props'], ownerName: OwnerName): TimelineEvent['props'] {
  const { rep, reps } = props;
  const called = (one: unknown) => (typeof one === 'string' ? ownerName(one) : one);
  return {
    ...props,
    ...(typeof rep === 'string' && { rep: ownerName(rep) }),
    ...(Array.isArray(reps) && { reps: reps.map(called) }),
  };
}

/** What is to be done next, by whom and when; the sentence of an event of its own says what. */
function NextStep({ event, ownerName }: { event: TimelineEvent; ownerName: OwnerName }) {
  const format = useFormat();
  const what = event.type === 'next_step_set' ? '' : event.next_step;
  const told = [what, format.shortDateTime(event.step_at), event.step_rep && ownerName(event.step_rep)];
  return <UserText>{told.filter(Boolean).join(' · ')}</UserText>;
}

/** Of many or long facts some may be missing, also among those that have a place of their own. */
function CutProps({ event }: { event: TimelineEvent }) {
  const m = words.value.timeline;
  const length = useContext(WholesOf).lengthOf(event, 'props');
  if (length === 0) return null;
  return (
    <p>
      {m.props}: <WholeButton event={event} amount={m.characters(length)} />
    </p>
  );
}

/** Whatever came along besides: kept out of the way until asked for. */
function More({ event, props }: { event: TimelineEvent; props: TimelineEvent['props'] }) {
  const m = words.value.timeline;
  const wholes = useContext(WholesOf);
  const entries = untold(event.type, props, words.value);
  if (entries.length === 0) return null;
  return (
    <details class="props" open={wholes.lengthOf(event, 'props') > 0 && wholes.isWhole(event)}>
      <summary>{m.props}</summary>
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

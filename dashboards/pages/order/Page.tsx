import '../person/page.css';
import './page.css';
import { useRoute } from 'preact-iso';
import { mayWriteAt, seesOwnOnly } from '../../access.js';
import { query as ask } from '../../api.js';
import { BackLink } from '../../components/BackLink.js';
import { Figure, Figures } from '../../components/Figure.js';
import { PageHeading } from '../../components/Heading.js';
import { Loaded } from '../../components/Loaded.js';
import { EmptyState } from '../../components/Notice.js';
import { useFormat, useSite } from '../../components/site.js';
import { UserText } from '../../components/Text.js';
import { useOwners } from '../../components/useOwners.js';
import { sayAmounts } from '../../lists/columns_of.js';
import { useLiveRecord } from '../../live/use.js';
import { Amount } from '../../orders/Amount.js';
import { Acts } from '../../orders/acts/Acts.js';
import type { Order } from '../../orders/acts/order.js';
import { Buyer } from '../../orders/Buyer.js';
import { Status } from '../../orders/Status.js';
import { texts as orderTexts } from '../../orders/texts.js';
import { me } from '../../session.js';
import { urlOf } from '../../urls.js';
import { About } from './About.js';
import { History } from './History.js';
import { Lines } from './Lines.js';
import { Refunds } from './Refunds.js';
import { texts } from './texts.js';

/** One order as it is by now, what it was before, and what can be done with it. */
export function Page() {
  const { site } = useSite();
  const id = useRoute().params.id ?? '';
  const m = texts.value;
  const access = me.value?.access ?? [];
  const read = useLiveRecord(`order ${site.id} ${id}`, ['purchases'], async (signal) => {
    const { rows } = await ask('purchases', { site: site.id, order_id: id, limit: 1 }, signal);
    return rows[0];
  });
  const order = read.record;
  const mayAct = mayWriteAt(access, site.id) && !seesOwnOnly(access, site.id);
  return (
    <>
      <BackLink href={urlOf('/orders', { site: site.id })}>{m.back}</BackLink>
      <div class="page-head">
        <PageHeading title={m.title(id)}>
          <UserText>{m.title(id)}</UserText>
        </PageHeading>
        {order && <Status status={order.status} />}
        {order && mayAct && <Acts order={order} />}
      </div>
      {order === null ? (
        <EmptyState>{m.missing}</EmptyState>
      ) : (
        <Loaded list={read}>{(found) => <Whole order={found} mayAct={mayAct} />}</Loaded>
      )}
    </>
  );
}

function Whole({ order, mayAct }: { order: Order; mayAct: boolean }) {
  const m = texts.value;
  const { ownerName } = useOwners();
  return (
    <>
      <Placed order={order} />
      <Worth order={order} />
      <div class="order">
        <About order={order} ownerName={ownerName} />
        <div class="order-main">
          <section class="order-part">
            <h2>{m.lines}</h2>
            <Lines order={order} />
          </section>
          <Refunds order={order} mayAct={mayAct} />
          {order.person_id && <History order={order} ownerName={ownerName} />}
        </div>
      </div>
    </>
  );
}

/** By whom and when, in a sentence. */
function Placed({ order }: { order: Order }) {
  const m = texts.value;
  const format = useFormat();
  const moment = (ts: number) => (
    <time dateTime={new Date(ts).toISOString()}>{format.shortDateTime(ts)}</time>
  );
  return (
    <p>
      {order.person_id ? m.placedBy(<Buyer of={order} />, moment(order.ts)) : m.unknown(moment(order.ts))}
      {order.cancelled_at > 0 && <> · {m.cancelledOn(moment(order.cancelled_at))}</>}
    </p>
  );
}

/** Gross, refunds and net, apart. */
function Worth({ order }: { order: Order }) {
  const m = texts.value;
  const { columns } = orderTexts.value;
  const format = useFormat();
  const { currency, status } = order;
  const money = (minor: number) => <Amount minor={minor} currency={currency} status={status} />;
  const others = Object.fromEntries(
    Object.entries(order.refunds_minor).filter(([other]) => other !== currency),
  );
  const said = sayAmounts(others, format);
  return (
    <>
      <Figures label={m.money}>
        <Figure label={columns.gross} value={money(order.value_minor)} />
        <Figure label={columns.refunded} value={money(order.refunded_minor)} />
        <Figure label={columns.net} value={money(order.net_minor)} />
      </Figures>
      {said && <p class="notice notice-quiet">{m.otherCurrencies(said)}</p>}
    </>
  );
}

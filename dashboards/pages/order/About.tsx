import { Card } from '../../components/Card.js';
import { Fact } from '../../components/Fact.js';
import { useFormat } from '../../components/site.js';
import { UserText } from '../../components/Text.js';
import type { Order } from '../../orders/acts/order.js';
import { Buyer } from '../../orders/Buyer.js';
import { texts as orderTexts } from '../../orders/texts.js';
import { LongText } from '../../people/LongText.js';
import { texts } from './texts.js';

interface AboutProps {
  order: Order;
  ownerName: (owner: string) => string;
}

/** Who bought and sold, what was asked for besides, and what they say of it now. */
export function About({ order, ownerName }: AboutProps) {
  const m = texts.value;
  const { columns, ratingOf } = orderTexts.value;
  const format = useFormat();
  const { rating, rating_max: best } = order;
  const stars =
    rating !== null &&
    (best === null ? format.number(rating) : ratingOf(format.number(rating), format.number(best)));
  return (
    <Card title={m.about}>
      <dl class="facts">
        <Fact term={columns.customer}>
          <Buyer of={order} />
        </Fact>
        <Fact term={columns.company}>{order.company && <UserText>{order.company}</UserText>}</Fact>
        <Fact term={columns.reps}>
          {order.reps.length > 0 && <LongText>{order.reps.map(ownerName).join(', ')}</LongText>}
        </Fact>
        <Fact term={columns.coupon}>{order.coupon && <UserText>{order.coupon}</UserText>}</Fact>
        <Fact term={columns.instructions}>
          {order.instructions && <LongText>{order.instructions}</LongText>}
        </Fact>
        <Fact term={columns.rating}>{stars}</Fact>
        <Fact term={m.feedback}>{order.feedback && <LongText>{order.feedback}</LongText>}</Fact>
        <Fact term={columns.changed}>{order.changed_at > 0 && format.shortDateTime(order.changed_at)}</Fact>
      </dl>
    </Card>
  );
}

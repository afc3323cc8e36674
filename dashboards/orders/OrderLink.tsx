import { useSite } from '../components/site.js';
import { UserText } from '../components/Text.js';
import { orderUrl } from '../urls.js';

/** An order by its number, with the way to it. */
export function OrderLink({ order }: { order: string }) {
  const { site } = useSite();
  return (
    <a href={orderUrl(site.id, order)}>
      <UserText>{order}</UserText>
    </a>
  );
}

import { Dialog } from '../../components/Dialog.js';
import { ErrorNotice, Skeleton } from '../../components/Notice.js';
import { Snippet } from '../../components/Snippet.js';
import { useSite } from '../../components/site.js';
import { request } from '../../http.js';
import { useLiveRecord } from '../../live/use.js';
import type { Order } from './order.js';
import { texts } from './texts.js';

/** The link by which the customer says what they think of an order. */
export function AskDialog({ order: { order_id: order }, onClose }: { order: Order; onClose: () => void }) {
  const m = texts.value.ask;
  const { site } = useSite();
  const { record, error, retry } = useLiveRecord(`feedback link ${site.id} ${order}`, [], async (signal) => {
    const path = `/v1/feedback-links?${new URLSearchParams({ site: site.id })}`;
    return ((await request('POST', path, { body: { order }, signal })) as { url: string }).url;
  });
  return (
    <Dialog title={m.title(order)} onClose={onClose}>
      <div class="stack">
        <p>{m.text}</p>
        {record ? (
          <Snippet code={record} />
        ) : error ? (
          <ErrorNotice error={error} retry={retry} />
        ) : (
          <Skeleton lines={1} />
        )}
        <div class="actions">
          <button type="button" class="button" onClick={onClose}>
            {m.done}
          </button>
        </div>
      </div>
    </Dialog>
  );
}

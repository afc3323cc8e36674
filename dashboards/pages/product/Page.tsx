import './page.css';
import { useRoute } from 'preact-iso';
import { query as ask } from '../../api.js';
import { BackLink } from '../../components/BackLink.js';
import { PageHeading } from '../../components/Heading.js';
import { Loaded } from '../../components/Loaded.js';
import { EmptyState } from '../../components/Notice.js';
import { useSite } from '../../components/site.js';
import { UserText } from '../../components/Text.js';
import { useLiveRecord } from '../../live/use.js';
import { readProduct } from '../../products/data.js';
import { urlOf } from '../../urls.js';
import { Record } from './Record.js';
import { Sold } from './Sold.js';
import { texts } from './texts.js';

/** One product: what it is, and what was really paid for it. */
export function Page() {
  const { site } = useSite();
  const id = useRoute().params.id ?? '';
  const m = texts.value;
  const read = useLiveRecord(`product ${site.id} ${id}`, ['products'], async (signal) => {
    const [{ rows }, record] = await Promise.all([
      ask('products', { site: site.id, product: id }, signal),
      readProduct(site.id, id, signal),
    ]);
    return { sold: rows.filter(({ units }) => units !== 0), record: record ?? null, name: rows[0]?.name };
  });
  const name = read.record?.record?.name || read.record?.name || id;
  return (
    <>
      <BackLink href={urlOf('/products', { site: site.id })}>{m.back}</BackLink>
      <div class="page-head">
        <PageHeading title={name}>
          <UserText>{name}</UserText>
        </PageHeading>
        {name !== id && (
          <p class="muted">
            <UserText>{id}</UserText>
          </p>
        )}
      </div>
      <Loaded list={read}>
        {({ sold, record }) =>
          sold.length === 0 && !record ? (
            <EmptyState>{m.missing}</EmptyState>
          ) : (
            <div class="product">
              <div class="product-main">
                {sold.length === 0 && <EmptyState>{m.notSold}</EmptyState>}
                {sold.map((row) => (
                  <Sold key={row.currency} row={row} />
                ))}
              </div>
              <Record id={id} record={record} />
            </div>
          )
        }
      </Loaded>
    </>
  );
}

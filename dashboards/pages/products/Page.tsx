import { useSignal } from '@preact/signals';
import { mayMarketAt } from '../../access.js';
import { DateRange, useDateRange } from '../../components/DateRange.js';
import { PageHeading } from '../../components/Heading.js';
import { useWide } from '../../components/hooks.js';
import { EmptyState } from '../../components/Notice.js';
import { usePageTitle } from '../../components/page.js';
import { useFormat, useSite } from '../../components/site.js';
import { QueryList } from '../../lists/QueryList.js';
import { me } from '../../session.js';
import { productUrl, urlOf } from '../../urls.js';
import { AddProduct } from './AddProduct.js';
import { productColumns } from './columns.js';
import { texts } from './texts.js';

const USUAL = 'days90';

/** What sold in some days, at which prices, beside what nobody has bought. */
export function Page() {
  const { site } = useSite();
  const m = texts.value;
  const { range } = useDateRange(USUAL);
  const isAdding = useSignal(false);
  const add = mayMarketAt(me.value?.access ?? [], site.id) && (
    <>
      <button
        type="button"
        class="button"
        onClick={() => {
          isAdding.value = true;
        }}
      >
        {m.add}
      </button>
      <a class="button" href={urlOf('/product-import', { site: site.id })}>
        {m.importFile}
      </a>
    </>
  );
  return (
    <>
      <QueryList
        query="products"
        label={usePageTitle()}
        columns={productColumns(useFormat(), site.currency ?? '', useWide())}
        fixed={{ ...range }}
        keyOf={({ product, currency }) => `${product} ${currency}`}
        href={({ product }) => productUrl(site.id, product)}
        usual={{ column: 'gross_minor', order: 'desc' }}
        search={{ label: m.search }}
        heading={
          <>
            <PageHeading />
            {add}
            <DateRange usual={USUAL} canCompare={false} />
          </>
        }
        count={m.count}
        views={{ page: '/products', all: m.all }}
        empty={
          <EmptyState>
            <h2>{m.empty.title}</h2>
            <p class="empty-text">{m.empty.text}</p>
          </EmptyState>
        }
      />
      {isAdding.value && (
        <AddProduct
          onClose={() => {
            isAdding.value = false;
          }}
        />
      )}
    </>
  );
}

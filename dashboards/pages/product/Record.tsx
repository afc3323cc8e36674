import { toMinor } from '../../../schemas/money.js';
import { mayMarketAt } from '../../access.js';
import { Card } from '../../components/Card.js';
import { Fact } from '../../components/Fact.js';
import { Form } from '../../components/Form.js';
import { useFormat, useSite } from '../../components/site.js';
import { ForeignLink, UserText } from '../../components/Text.js';
import { toast } from '../../components/toast.js';
import { LongText } from '../../people/LongText.js';
import { type ProductRecord, saveProduct } from '../../products/data.js';
import { ProductFields, productOf, productProblems, valuesOf } from '../../products/Fields.js';
import { texts as productTexts } from '../../products/texts.js';
import { me } from '../../session.js';
import { readableUrl } from '../../urls.js';
import { texts } from './texts.js';

interface RecordProps {
  id: string;
  /** Null where orders name the product and nobody has said what it is. */
  record: ProductRecord | null;
}

/** What a product is: to be changed by whoever may. */
export function Record({ id, record }: RecordProps) {
  const m = texts.value;
  const { site } = useSite();
  if (!mayMarketAt(me.value?.access ?? [], site.id)) return record && <Facts record={record} />;
  const currency = site.currency ?? '';
  return (
    <Card title={m.record}>
      {!record && <p class="muted">{m.noRecord}</p>}
      <Form
        key={record ? 'changed' : 'new'}
        name={`products ${site.id} ${id}`}
        values={valuesOf(record ?? {}, currency)}
        version={record?.version}
        valuesOf={(theirs) => valuesOf(theirs, currency)}
        check={productProblems}
        save={async (values, version) => {
          await saveProduct(site.id, id, productOf(values), version);
          toast(m.saved(`\u2068${values.name.slice(0, 60)}\u2069`));
        }}
      >
        <ProductFields />
      </Form>
    </Card>
  );
}

function Facts({ record: { category, price, currency, description, url } }: { record: ProductRecord }) {
  const { fields } = productTexts.value;
  const { site } = useSite();
  const format = useFormat();
  const code = currency ?? site.currency ?? '';
  return (
    <Card title={texts.value.record}>
      <dl class="facts">
        <Fact term={fields.category}>{category && <UserText>{category}</UserText>}</Fact>
        <Fact term={fields.price}>
          {price !== undefined && format.money(toMinor(price, code) ?? 0, code)}
        </Fact>
        <Fact term={fields.url}>{url && <ForeignLink url={url}>{readableUrl(url)}</ForeignLink>}</Fact>
        <Fact term={fields.description}>{description && <LongText>{description}</LongText>}</Fact>
      </dl>
    </Card>
  );
}

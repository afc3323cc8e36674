import { mayMarketAt } from '../../access.js';
import { Card } from '../../components/Card.js';
import { Fact } from '../../components/Fact.js';
import { Form } from '../../components/Form.js';
import { useFormat, useSite } from '../../components/site.js';
import { ForeignLink } from '../../components/Text.js';
import { toast } from '../../components/toast.js';
import { type LinkRecord, saveLink } from '../../links/data.js';
import { LinkFields, linkOf, linkProblems, valuesOf } from '../../links/Fields.js';
import { sayKind } from '../../links/options.js';
import { texts as linkTexts } from '../../links/texts.js';
import { me } from '../../session.js';
import { readableUrl } from '../../urls.js';
import { texts } from './texts.js';

/** What a link is: to be changed by whoever may. */
export function Record({ record }: { record: LinkRecord }) {
  const m = texts.value;
  const { site } = useSite();
  const timeZone = site.timeZone ?? 'UTC';
  if (!mayMarketAt(me.value?.access ?? [], site.id)) return <Facts record={record} />;
  return (
    <Card title={m.record}>
      <p class="muted">{m.edited}</p>
      <Form
        name={`links ${site.id} ${record.id}`}
        values={valuesOf(record, timeZone)}
        version={record.version}
        valuesOf={(theirs) => valuesOf(theirs, timeZone)}
        check={linkProblems}
        save={async (values, version) => {
          await saveLink(site.id, record.id, await linkOf(values, site), version);
          toast(m.saved);
        }}
      >
        <LinkFields />
      </Form>
    </Card>
  );
}

function Facts({ record: { destination, kind, expires } }: { record: LinkRecord }) {
  const { columns, fields } = linkTexts.value;
  const format = useFormat();
  return (
    <Card title={texts.value.record}>
      <dl class="facts">
        <Fact term={columns.destination}>
          <ForeignLink url={destination}>{readableUrl(destination)}</ForeignLink>
        </Fact>
        <Fact term={columns.kind}>{sayKind(kind)}</Fact>
        <Fact term={fields.expires}>{expires !== undefined && format.dateTime(expires)}</Fact>
      </dl>
    </Card>
  );
}

import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { type MailTool, mailTools, withTag } from '../../../schemas/mail_tools.js';
import { Card } from '../../components/Card.js';
import { Snippet } from '../../components/Snippet.js';
import { useSite } from '../../components/site.js';
import { urlOf } from '../../urls.js';
import { QrCode } from './QrCode.js';
import { texts } from './texts.js';

const TOOLS = Object.entries(mailTools) as [MailTool, { name: string }][];

/** The address to give away: as it is, or with what a mail tool fills in for each recipient. */
export function Address({ id, url }: { id: string; url: string }) {
  const m = texts.value;
  const { site } = useSite();
  const tool = useSignal<MailTool | ''>('');
  const field = useId();
  return (
    <Card title={m.address}>
      <p>{m.addressHint}</p>
      <p>
        <label for={field}>{m.tool}</label>
        <select
          id={field}
          value={tool.value}
          onChange={(event) => {
            tool.value = event.currentTarget.value as MailTool | '';
          }}
        >
          <option value="">{m.noTool}</option>
          {TOOLS.map(([one, { name }]) => (
            <option key={one} value={one}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <Snippet code={tool.value ? withTag(url, tool.value) : url} />
      {tool.value && <p class="muted small">{m.toolHint}</p>}
      <QrCode id={id} url={url} />
      <p>
        <a href={urlOf(`/links/${encodeURIComponent(id)}/recipients`, { site: site.id })}>{m.recipients}</a>
      </p>
    </Card>
  );
}

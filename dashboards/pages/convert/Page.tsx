import './page.css';
import { useSignal } from '@preact/signals';
import { type MailTool, mailTools } from '../../../schemas/mail_tools.js';
import { BackLink } from '../../components/BackLink.js';
import { Card } from '../../components/Card.js';
import { ChoiceField } from '../../components/choice_fields.js';
import { Form } from '../../components/Form.js';
import { AreaField, TextField } from '../../components/fields.js';
import { PageHeading } from '../../components/Heading.js';
import { useSite } from '../../components/site.js';
import { type Converted, convertEmail } from '../../links/data.js';
import { urlOf } from '../../urls.js';
import { Result } from './Result.js';
import { texts } from './texts.js';

const TOOLS = Object.entries(mailTools).map(([tool, { name }]) => [tool, name] as const);

interface EmailValues extends Record<string, unknown> {
  html: string;
  campaign: string;
  tool?: MailTool;
}

/** An e-mail goes in, and comes out with tracked links. */
export function Page() {
  const { site } = useSite();
  const m = texts.value;
  const made = useSignal<{ before: string; after: Converted } | undefined>(undefined);
  return (
    <>
      <BackLink href={urlOf('/links', { site: site.id })}>{m.back}</BackLink>
      <div class="page-head">
        <PageHeading />
      </div>
      <div class="stack stack-wide">
        <p>{m.intro}</p>
        <Card title={m.email}>
          <Form<EmailValues>
            name={`convert ${site.id}`}
            values={{ html: '', campaign: '' }}
            submit={m.convert}
            isKept={false}
            check={({ html, campaign }): Record<string, string> => ({
              ...(!html.trim() && { html: m.noHtml }),
              ...(!campaign.trim() && { campaign: m.noCampaign }),
            })}
            save={async ({ html, campaign, tool }) => {
              const after = await convertEmail(site.id, { html, campaign, ...(tool && { tool }) });
              made.value = { before: html, after };
            }}
          >
            <TextField name="campaign" label={m.campaign} hint={m.campaignHint} maxLength={200} required />
            <ChoiceField name="tool" label={m.tool} hint={m.toolHint} none={m.noTool} options={TOOLS} />
            <AreaField name="html" label={m.html} rows={14} maxLength={1_000_000} required />
          </Form>
        </Card>
        {made.value && <Result {...made.value} />}
      </div>
    </>
  );
}

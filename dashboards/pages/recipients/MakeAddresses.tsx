import { useSignal } from '@preact/signals';
import { Dialog } from '../../components/Dialog.js';
import { Form } from '../../components/Form.js';
import { AreaField } from '../../components/fields.js';
import { useSite } from '../../components/site.js';
import { toast } from '../../components/toast.js';
import { makeAddresses } from '../../links/data.js';
import { download } from '../../links/download.js';
import { csvOf, firstWrong, linesOf } from './lines.js';
import { texts } from './texts.js';

/** So many are asked for at a time, so that it can be told how far it is. */
const AT_ONCE = 2_000;

/** An address of the link for each of many recipients, as a file that mail tools take. */
export function MakeAddresses({ link, onClose }: { link: string; onClose: () => void }) {
  const m = texts.value;
  const { site } = useSite();
  const progress = useSignal<{ done: number; of: number } | undefined>(undefined);
  return (
    <Dialog title={m.make} onClose={onClose}>
      <Form
        name={`recipients ${site.id} ${link}`}
        values={{ emails: '' }}
        submit={m.submit}
        isKept={false}
        onCancel={onClose}
        check={({ emails }): Record<string, string> => {
          const wrong = firstWrong(emails);
          if (wrong) return { emails: m.wrongLine(wrong) };
          return linesOf(emails).length === 0 ? { emails: m.none } : {};
        }}
        save={async ({ emails }) => {
          const all = linesOf(emails);
          const rows: [string, string][] = [];
          for (let at = 0; at < all.length; at += AT_ONCE) {
            progress.value = { done: at, of: all.length };
            const some = all.slice(at, at + AT_ONCE);
            const urls = await makeAddresses(site.id, link, some).finally(() => {
              progress.value = undefined;
            });
            rows.push(...urls.map((url, index): [string, string] => [some[index] ?? '', url]));
          }
          download(new Blob([csvOf(rows)], { type: 'text/csv' }), `links-${link}.csv`);
          toast(m.made(rows.length));
          onClose();
        }}
      >
        <AreaField name="emails" label={m.emails} hint={m.emailsHint} required />
        {progress.value && (
          <p role="status">
            <progress value={progress.value.done} max={progress.value.of} aria-label={m.making} /> {m.making}
          </p>
        )}
      </Form>
    </Dialog>
  );
}

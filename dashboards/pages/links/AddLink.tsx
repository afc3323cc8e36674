import { useLocation } from 'preact-iso';
import { Dialog } from '../../components/Dialog.js';
import { Form } from '../../components/Form.js';
import { useSite } from '../../components/site.js';
import { toast } from '../../components/toast.js';
import { makeLink } from '../../links/data.js';
import { LinkFields, linkOf, linkProblems, valuesOf } from '../../links/Fields.js';
import { linkUrl } from '../../urls.js';
import { texts } from './texts.js';

/** Makes a link, and leads to its page, where its address is to be copied. */
export function AddLink({ onClose }: { onClose: () => void }) {
  const m = texts.value;
  const { site } = useSite();
  const { route } = useLocation();
  return (
    <Dialog title={m.add} onClose={onClose}>
      <Form
        name={`add link ${site.id}`}
        values={valuesOf({}, site.timeZone ?? 'UTC')}
        submit={m.save}
        onCancel={onClose}
        check={linkProblems}
        save={async (values) => {
          const { id } = await makeLink(site.id, await linkOf(values, site));
          toast(m.added);
          onClose();
          route(linkUrl(site.id, id));
        }}
      >
        <LinkFields />
      </Form>
    </Dialog>
  );
}

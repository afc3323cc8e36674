import { PageHeading } from '../components/Heading.js';
import { useSite } from '../components/site.js';
import { messages } from '../i18n/locale.js';
import { homeOf } from '../sections.js';
import { me } from '../session.js';
import { urlOf } from '../urls.js';

/** In place of a page that the reader's role does not open, or no longer does. */
export function NoAccessPage() {
  const m = messages.value.noAccess;
  const { site } = useSite();
  const home = homeOf(me.value?.access ?? [], site.id);
  return (
    <>
      <div class="page-head">
        <PageHeading title={m.title} />
      </div>
      <p role="status">{m.text(site.name)}</p>
      {home && (
        <p>
          <a class="button" href={urlOf(home.path, { site: site.id })}>
            {m.home}
          </a>
        </p>
      )}
    </>
  );
}

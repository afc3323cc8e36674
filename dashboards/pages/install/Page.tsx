import { PageHeading } from '../../components/Heading.js';
import { Snippet, tagOf } from '../../components/Snippet.js';
import { useSite } from '../../components/site.js';
import { messages } from '../../i18n/locale.js';
import { OriginsEditor } from './OriginsEditor.js';
import { PinnedTag } from './PinnedTag.js';
import { Refused } from './Refused.js';
import { useOrigins } from './useOrigins.js';

export function Page() {
  const { site } = useSite();
  const m = messages.value.install;
  const origins = useOrigins();
  return (
    <>
      <div class="page-head">
        <PageHeading title={m.title} />
      </div>
      <div class="stack">
        <section class="card" aria-labelledby="tag">
          <h2 id="tag">{m.tag}</h2>
          <p>{m.tagIntro}</p>
          <Snippet code={tagOf(site.id)} />
          <PinnedTag />
        </section>
        <OriginsEditor {...origins} />
        <Refused {...origins} />
      </div>
    </>
  );
}

import './page.css';
import { PageHeading } from '../../components/Heading.js';
import { Snippet, tagOf } from '../../components/Snippet.js';
import { useSite } from '../../components/site.js';
import { OriginsEditor } from './OriginsEditor.js';
import { PinnedTag } from './PinnedTag.js';
import { Refused } from './Refused.js';
import { texts } from './texts.js';
import { useOrigins } from './useOrigins.js';

export function Page() {
  const { site } = useSite();
  const m = texts.value;
  const origins = useOrigins();
  return (
    <>
      <div class="page-head">
        <PageHeading />
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

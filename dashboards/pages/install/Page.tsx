import './page.css';
import { PageHeading } from '../../components/Heading.js';
import { useOrigins } from '../../origins/useOrigins.js';
import { Check } from './Check.js';
import { OriginsEditor } from './OriginsEditor.js';
import { Snippets } from './Snippets.js';

/** Puts the tag into a site, and shows whether it works. */
export function Page() {
  const origins = useOrigins();
  return (
    <>
      <div class="page-head">
        <PageHeading />
      </div>
      <div class="stack">
        <Check origins={origins} />
        <Snippets />
        <OriginsEditor {...origins} />
      </div>
    </>
  );
}

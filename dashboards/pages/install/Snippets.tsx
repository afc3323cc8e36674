import { useSignal } from '@preact/signals';
import { Fragment } from 'preact';
import { useEffect } from 'preact/hooks';
import type { PinnedScript } from '../../../schemas/api.js';
import { pinnedScript } from '../../api.js';
import { Snippet } from '../../components/Snippet.js';
import { useSite } from '../../components/site.js';
import { useAddress } from '../../components/useAddress.js';
import { Tabs } from './Tabs.js';
import { snippetsOf, type Way, ways } from './tags.js';
import { texts } from './texts.js';

/** The tag, for each way in which sites are made. */
export function Snippets() {
  const { site } = useSite();
  const m = texts.value;
  const { search, replace } = useAddress();
  const pinned = useSignal<PinnedScript | undefined>(undefined);
  useEffect(() => {
    const leaving = new AbortController();
    pinnedScript(leaving.signal)
      .then((script) => {
        pinned.value = script;
      })
      // The plain tag does without it, so this is no error to trouble the reader with.
      .catch(() => undefined);
    return () => leaving.abort();
  }, []);
  // Where the build left no hash of the script there is nothing to pin.
  const shown = ways.filter((way) => way !== 'pinned' || pinned.value);
  const asked = search.get('way');
  const way = shown.find((one) => one === asked) ?? 'plain';
  const code = snippetsOf[way]({ host: location.origin, site: site.id, pinned: pinned.value });
  const { intro, pieces, after } = m.ways[way];
  return (
    <section class="card" aria-labelledby="tag">
      <h2 id="tag">{m.tag}</h2>
      <Tabs<Way>
        label={m.tag}
        tabs={shown.map((name) => ({ name, title: m.ways[name].title }))}
        chosen={way}
        onChoose={(name) =>
          replace((next) => (name === 'plain' ? next.delete('way') : next.set('way', name)))
        }
      >
        <p>{intro}</p>
        {code.map((text, index) => (
          <Fragment key={`${way} ${index}`}>
            {pieces?.[index] && <p>{pieces[index]}</p>}
            <Snippet code={text} />
          </Fragment>
        ))}
        {after && <p class="muted small">{after}</p>}
      </Tabs>
    </section>
  );
}

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { pinnedScript } from '../../api.js';
import { pinnedTagOf, Snippet } from '../../components/Snippet.js';
import { useSite } from '../../components/site.js';
import { texts } from './texts.js';

/** The tag for those who want this very script and no other. Nothing where the build left no hash of it. */
export function PinnedTag() {
  const { site } = useSite();
  const m = texts.value;
  const tag = useSignal('');
  useEffect(() => {
    const leaving = new AbortController();
    pinnedScript(leaving.signal)
      .then((script) => {
        tag.value = script ? pinnedTagOf(site.id, script) : '';
      })
      // The tag above does without it, so this is no error to trouble the reader with.
      .catch(() => undefined);
    return () => leaving.abort();
  }, [site.id]);
  if (!tag.value) return null;
  return (
    <details class="pinned">
      <summary>{m.pinned}</summary>
      <p>{m.pinnedIntro}</p>
      <Snippet code={tag.value} />
    </details>
  );
}

import { useEffect, useRef } from 'preact/hooks';
import { Snippet } from '../../components/Snippet.js';
import type { MadeKey } from './data.js';
import { texts } from './texts.js';

/** The one time that a key is shown. It is in memory alone, so leaving the page is the end of it. */
export function NewKey({ made, onDone }: { made: MadeKey; onDone: () => void }) {
  const m = texts.value;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="card" aria-labelledby="made">
      <h2 id="made" ref={heading} tabIndex={-1}>
        {m.made(made.name)}
      </h2>
      <p class="notice notice-quiet">{m.once}</p>
      <Snippet code={made.key} />
      <p>{m.use}</p>
      <Snippet code={`Authorization: Bearer ${made.key}`} />
      <div>
        <button type="button" class="button" onClick={onDone}>
          {m.done}
        </button>
      </div>
    </section>
  );
}

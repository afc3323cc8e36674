import { useEffect, useRef } from 'preact/hooks';
import { Snippet } from './Snippet.js';

interface LinkOnceProps {
  title: string;
  /** What to do with it, and that it is not shown again. */
  text: string;
  link: string;
  done: string;
  onDone: () => void;
}

/** The one time that a link is shown. It is in memory alone, so leaving the page is the end of it. */
export function LinkOnce({ title, text, link, done, onDone }: LinkOnceProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [link]);
  return (
    <section class="card" aria-labelledby="link-once">
      <h2 id="link-once" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p class="notice notice-quiet">{text}</p>
      <Snippet code={link} />
      <div>
        <button type="button" class="button" onClick={onDone}>
          {done}
        </button>
      </div>
    </section>
  );
}

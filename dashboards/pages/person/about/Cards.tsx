import './about.css';
import type { ComponentChildren } from 'preact';
import { useNarrow } from '../../../components/hooks.js';
import { texts } from './texts.js';

/** All that is known, beside the timeline. On a phone, where that comes below, it is one line that opens. */
export function Cards({ children }: { children: ComponentChildren }) {
  const isNarrow = useNarrow();
  if (!isNarrow) return <div class="person-facts">{children}</div>;
  return (
    <details class="person-folded">
      <summary>{texts.value.known}</summary>
      <div class="person-facts">{children}</div>
    </details>
  );
}

import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useNarrow } from '../../../components/hooks.js';

interface CardProps {
  title: string;
  /** On a phone the timeline comes below and should not be far: what is asked for less is folded there. */
  folds?: boolean;
  children: ComponentChildren;
}

/** A few facts that belong together. */
export function Card({ title, folds = false, children }: CardProps) {
  const id = useId();
  const narrow = useNarrow();
  return (
    <section class="card" aria-labelledby={id}>
      {folds && narrow ? (
        <details>
          <summary>
            <h2 id={id}>{title}</h2>
          </summary>
          {children}
        </details>
      ) : (
        <>
          <h2 id={id}>{title}</h2>
          {children}
        </>
      )}
    </section>
  );
}

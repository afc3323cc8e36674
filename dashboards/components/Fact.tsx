import type { ComponentChildren } from 'preact';

export const isNothing = (children: ComponentChildren): boolean =>
  [children].flat(9).every((child) => child === '' || child === false || child == null);

/** One line of facts; none at all where nothing is known: an empty line tells nothing either. */
export function Fact({ term, children }: { term: string; children: ComponentChildren }) {
  if (isNothing(children)) return null;
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

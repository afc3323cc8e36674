import './people.css';
import type { ComponentChildren } from 'preact';
import { useFormat } from '../components/site.js';
import { useOwners } from '../components/useOwners.js';
import { linesOf, nameLine, type OneSide } from './side_lines.js';
import { texts } from './texts.js';

interface SidesProps {
  heads: readonly ComponentChildren[];
  /** Undefined for one of whom nothing is known. */
  sides: readonly (OneSide | undefined)[];
  /** The heads are not their names. */
  isNamed?: boolean;
  /** More lines. */
  children?: ComponentChildren;
}

/** Two people beside each other: what tells whether they are one. */
export function Sides({ heads, sides, isNamed = false, children }: SidesProps) {
  const m = texts.value.join;
  const format = useFormat();
  const { ownerName } = useOwners();
  const lines = [...(isNamed ? [nameLine(m)] : []), ...linesOf(m, format, ownerName)];
  return (
    <table class="sides">
      <thead>
        <tr>
          <td />
          {heads.map((head, side) => (
            <th key={side} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines
          .map(({ title, cell }) => ({ title, cells: sides.map((side) => side && cell(side)) }))
          .filter(({ cells }) => cells.some(Boolean))
          .map(({ title, cells }) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              {cells.map((cell, side) => (
                <td key={side}>{cell || <span class="muted">—</span>}</td>
              ))}
            </tr>
          ))}
        {children}
      </tbody>
    </table>
  );
}

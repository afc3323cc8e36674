import './people.css';
import { texts } from './texts.js';

/** Beside a value that nobody who is trusted has said. */
export function Claimed() {
  const m = texts.value;
  return (
    <span class="claimed" title={m.claimedHint}>
      {m.claimed}
    </span>
  );
}

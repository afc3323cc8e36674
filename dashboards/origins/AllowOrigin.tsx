import { isOrigin } from './origins.js';
import { texts } from './texts.js';
import type { Origins } from './useOrigins.js';

/**
 * A button that allows an origin, for whoever may, where it is one that can be. Anybody can send anything as their origin:
 * what is allowed with one click is what the reader sees.
 */
export function AllowOrigin({
  origin,
  origins: { origins, mayChange, add },
}: {
  origin: string;
  origins: Origins;
}) {
  if (!mayChange || !isOrigin(origin) || origins.includes(origin)) return null;
  return (
    <button type="button" class="button button-small" onClick={() => add(origin)}>
      {texts.value.allow(origin)}
    </button>
  );
}

import { signal } from '@preact/signals';

const announcement = signal('');

/** Has screen readers say something when they are done with what they say. Shown nowhere. */
export function announce(text: string): void {
  // The same words twice are two events: a space more makes the second one a change.
  announcement.value = announcement.peek() === text ? `${text}\u00a0` : text;
}

/** There from the first render on: screen readers only watch regions that they have met. */
export function Announcer() {
  return (
    <div class="hidden-text" role="status">
      {announcement.value}
    </div>
  );
}

import { Dialog } from './Dialog.js';
import { areShortcutsOn, type Shortcut, shortcuts, switchShortcuts } from './shortcuts.js';
import { texts } from './texts.js';

interface ShortcutListProps {
  onClose: () => void;
  /** Of the page that shows all components. */
  designUrl: string;
}

/** What keys do on the page that is open, and the switch that turns them off. */
export function ShortcutList({ onClose, designUrl }: ShortcutListProps) {
  const m = texts.value.shortcuts;
  return (
    <Dialog title={m.title} onClose={onClose}>
      <dl class="shortcuts">
        {inForce(shortcuts.value).map(({ keys, description }) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{typeof description === 'string' ? description : description()}</dd>
          </div>
        ))}
      </dl>
      <label class="choice">
        <input
          type="checkbox"
          checked={areShortcutsOn.value}
          onChange={(event) => switchShortcuts(event.currentTarget.checked)}
        />
        {m.on}
      </label>
      <p class="muted small">{m.hint}</p>
      <p class="small">
        <a href={designUrl} onClick={onClose}>
          {m.design}
        </a>
      </p>
    </Dialog>
  );
}

/** Each of the keys once, as the newest of them has it; those of sections last. */
function inForce(all: readonly Shortcut[]): Shortcut[] {
  const known = new Map(all.map((shortcut) => [shortcut.keys, shortcut]));
  return [...known.values()].sort((a, b) => a.keys.split(' ').length - b.keys.split(' ').length);
}

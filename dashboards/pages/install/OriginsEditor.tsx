import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../components/Icon.js';
import { ErrorNotice } from '../../components/Notice.js';
import { toOrigin } from '../../origins/origins.js';
import { texts as originTexts } from '../../origins/texts.js';
import type { Origins } from '../../origins/useOrigins.js';
import { texts } from './texts.js';

/** `self` is how a site's record writes the instance's own address. */
const readable = (origin: string) => (origin === 'self' ? originTexts.value.self(location.origin) : origin);

export function OriginsEditor({ origins, error, removed, mayChange, add, remove }: Origins) {
  const m = texts.value;
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that was pressed is gone; what undoes it is the natural next stop.
    if (removed) undo.current?.focus();
  }, [removed]);
  return (
    <section class="card" aria-labelledby="origins">
      <h2 id="origins">{m.origins}</h2>
      <p>{m.originsIntro}</p>
      {origins.length === 0 && <p class="notice notice-quiet">{m.originsEmpty}</p>}
      <ul class="origins">
        {origins.map((origin) => (
          <li key={origin} class="origin">
            <span>{readable(origin)}</span>
            {mayChange && (
              <button
                type="button"
                class="button button-plain button-icon"
                aria-label={m.remove(readable(origin))}
                title={m.remove(readable(origin))}
                onClick={() => remove(origin)}
              >
                <Icon name="remove" />
              </button>
            )}
          </li>
        ))}
      </ul>
      <div role="status">
        {removed && (
          <p class="notice notice-quiet">
            <span>{m.removed(readable(removed))}</span>
            <button ref={undo} type="button" class="button" onClick={() => add(removed)}>
              {m.undo}
            </button>
          </p>
        )}
      </div>
      {error && <ErrorNotice error={error} />}
      {mayChange && <AddOrigin origins={origins} add={add} />}
    </section>
  );
}

function AddOrigin({ origins, add }: Pick<Origins, 'origins' | 'add'>) {
  const m = texts.value;
  const input = useRef<HTMLInputElement>(null);
  const problem = useSignal('');

  async function onSubmit(event: SubmitEvent) {
    event.preventDefault();
    const field = input.current;
    if (!field) return;
    const origin = toOrigin(field.value);
    problem.value = !origin ? m.addInvalid : origins.includes(origin) ? m.present(origin) : '';
    if (!problem.peek() && origin && (await add(origin))) field.value = '';
    field.focus();
  }

  return (
    <form class="add-origin" onSubmit={onSubmit} noValidate>
      <label class="field">
        <span>{m.addLabel}</span>
        <input
          ref={input}
          type="text"
          inputMode="url"
          name="origin"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-describedby="origin-hint origin-problem"
          aria-invalid={problem.value !== ''}
        />
      </label>
      <button type="submit" class="button">
        {m.add}
      </button>
      <p id="origin-problem" class="problem" role="alert">
        {problem.value}
      </p>
      <p id="origin-hint" class="muted small">
        {m.addHint}
      </p>
    </form>
  );
}

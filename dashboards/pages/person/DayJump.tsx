import { useSignal } from '@preact/signals';
import { Icon } from '../../components/Icon.js';
import { Popover } from '../../components/Popover.js';
import { useFormat, useSite } from '../../components/site.js';
import { useAddress } from '../../components/useAddress.js';
import { dayKey } from '../../i18n/format.js';
import { now } from '../../now.js';
import { words } from './words.js';

/** Lets a timeline begin with a day, and go back from there. */
export function DayJump({ day }: { day: string }) {
  const m = words.value.timeline;
  const format = useFormat();
  const { change } = useAddress();
  const told = day && m.until(format.shortDay(day));
  return (
    <span class={day ? 'chip-pair' : ''}>
      <Popover class="chip" label={m.goTo} button={<span>{told || m.goTo}</span>}>
        {(close) => (
          <DayForm
            day={day}
            onApply={(next) => {
              change((address) => address.set('day', next));
              close();
            }}
          />
        )}
      </Popover>
      {day && (
        <button
          type="button"
          class="chip-remove"
          aria-label={m.toNewest}
          title={m.toNewest}
          onClick={() => change((address) => address.delete('day'))}
        >
          <Icon name="remove" />
        </button>
      )}
    </span>
  );
}

function DayForm({ day, onApply }: { day: string; onApply: (day: string) => void }) {
  const m = words.value.timeline;
  const { site } = useSite();
  const chosen = useSignal(day);
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.peek()) onApply(chosen.peek());
      }}
    >
      <label class="field">
        <span>{m.day}</span>
        <input
          type="date"
          required
          max={dayKey(now.value, site.timeZone)}
          value={chosen.value}
          onInput={(event) => {
            chosen.value = event.currentTarget.value;
          }}
        />
      </label>
      <button type="submit" class="button button-main">
        {m.show}
      </button>
    </form>
  );
}

import { useId } from 'preact/hooks';
import { Below } from '../../components/Field.js';
import { useSite } from '../../components/site.js';
import { UserText } from '../../components/Text.js';
import { texts } from './texts.js';

interface ChoicesProps {
  legend: string;
  name: string;
  options: [value: string, text: string][];
  problem?: string | undefined;
}

/** Check boxes of which at least one is needed. */
export function Choices({ legend, name, options, problem }: ChoicesProps) {
  const id = useId();
  return (
    <fieldset
      class="choices"
      aria-describedby={`${id}-problem`}
      data-field={name}
      data-label={legend}
      data-invalid={problem ? '' : undefined}
      tabIndex={-1}
    >
      <legend>{legend}</legend>
      {options.map(([value, text]) => (
        <label key={value} class="choice">
          <input type="checkbox" name={name} value={value} />
          <span>
            <UserText>{text}</UserText> <code class="muted small">{value}</code>
          </span>
        </label>
      ))}
      <Below id={id} problem={problem} />
    </fieldset>
  );
}

interface ChooseSitesProps {
  some: boolean;
  onChange: (some: boolean) => void;
  problem?: string | undefined;
}

export function ChooseSites({ some, onChange, problem }: ChooseSitesProps) {
  const m = texts.value;
  const { sites } = useSite();
  if (sites.length < 2) return null;
  return (
    <>
      <fieldset class="choices">
        <legend>{m.sitesLegend}</legend>
        <label class="choice">
          <input type="radio" name="which" checked={!some} onChange={() => onChange(false)} />
          <span>{m.allSites}</span>
        </label>
        <label class="choice">
          <input type="radio" name="which" checked={some} onChange={() => onChange(true)} />
          <span>{m.someSites}</span>
        </label>
      </fieldset>
      {some && (
        <Choices
          legend={m.sitesLegend}
          name="sites"
          options={sites.map(({ id, name }) => [id, name])}
          problem={problem}
        />
      )}
    </>
  );
}

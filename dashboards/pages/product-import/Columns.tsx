import { useSignal } from '@preact/signals';
import { type ProductImport, productImportFields } from '../../../schemas/product_imports.js';
import { UserText } from '../../components/Text.js';
import { texts as productTexts } from '../../products/texts.js';
import { texts } from './texts.js';

interface ColumnsProps {
  columns: ProductImport['columns'];
  onChoose: (mapping: string[]) => void;
}

/** What the columns of a file are; a change has it previewed anew. */
export function Columns({ columns, onChoose }: ColumnsProps) {
  const m = texts.value;
  const { fields } = productTexts.value;
  const mapping = useSignal<string[]>(columns.map(({ field }) => field));
  const flaw = useSignal('');
  function onChange(at: number, field: string) {
    const next = mapping.peek().map((one, place) => (place === at ? field : one));
    mapping.value = next;
    const twice = productImportFields.find((one) => next.indexOf(one) !== next.lastIndexOf(one));
    flaw.value = twice ? m.twice(fields[twice]) : next.includes('id') ? '' : m.noId;
    if (!flaw.peek()) onChoose(next);
  }
  return (
    <>
      <ul class="product-import-columns" aria-label={m.columns}>
        {columns.map(({ name, samples }, at) => (
          <li key={name}>
            <label class="field">
              <UserText>{name}</UserText>
              <select value={mapping.value[at]} onChange={(event) => onChange(at, event.currentTarget.value)}>
                <option value="">{m.leaveOut}</option>
                {productImportFields.map((field) => (
                  <option key={field} value={field} selected={field === mapping.value[at]}>
                    {fields[field]}
                  </option>
                ))}
              </select>
            </label>
            <p class="muted small">
              <UserText>{samples.join(' · ')}</UserText>
            </p>
          </li>
        ))}
      </ul>
      <p class="problem" role="alert">
        {flaw.value || (columns.some(({ field }) => field === 'id') ? '' : m.noId)}
      </p>
    </>
  );
}

import type { SystemState } from '../../../schemas/system.js';
import { Icon } from '../../components/Icon.js';
import { useFormat } from '../../components/site.js';
import type { Format } from '../../i18n/format.js';
import { formatTag } from '../../i18n/locale.js';
import { now } from '../../now.js';
import { bytesText } from './bytes.js';
import { isGrave, type Trouble, troublesOf } from './find_troubles.js';
import { texts } from './texts.js';

/** What is wrong, each with what to do; or that nothing is. */
export function Troubles({ state }: { state: SystemState }) {
  const format = useFormat();
  const troubles = troublesOf(state, now.value);
  return (
    <div class="stack" role="status">
      {troubles.length === 0 && (
        <p class="notice notice-good">
          <Icon name="check" />
          <span>{texts.value.well}</span>
        </p>
      )}
      {troubles.map((trouble) => (
        <p
          key={JSON.stringify(trouble.kind === 'parts' ? trouble.table : trouble.kind)}
          class={isGrave(trouble) ? 'notice notice-error' : 'notice notice-quiet'}
        >
          <Icon name="alert" />
          <span>{sentenceOf(trouble, format)}</span>
        </p>
      ))}
    </div>
  );
}

function sentenceOf(trouble: Trouble, format: Format): string {
  const { troubles } = texts.value;
  switch (trouble.kind) {
    case 'queueFull':
      return troubles.queueFull;
    case 'storeDown':
      return troubles.storeDown(trouble.isEmbedded);
    case 'notStored':
      return troubles.notStored(format.duration(trouble.sinceMs), trouble.error ?? '');
    case 'diskFull':
      return troubles.diskFull(bytesText(trouble.freeBytes, formatTag.value));
    case 'lag':
      return troubles.lag(format.duration(trouble.lagMs));
    case 'damagedParts':
      return troubles.damagedParts(trouble.count);
    case 'damagedFiles':
      return troubles.damagedFiles(trouble.count);
    case 'poison':
      return troubles.poison(trouble.rows);
    case 'restarts':
      return troubles.restarts(trouble.count, format.relative(trouble.lastAt, now.value));
    case 'parts':
      return troubles.parts(trouble.table, trouble.parts);
  }
}

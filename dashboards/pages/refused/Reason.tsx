import type { QueryRow } from '../../../schemas/api.js';
import type { RejectReason } from '../../../schemas/reasons.js';
import { useSite } from '../../components/site.js';
import { Ago, UserText } from '../../components/Text.js';
import { AllowOrigin } from '../../origins/AllowOrigin.js';
import { texts as originTexts } from '../../origins/texts.js';
import type { Origins } from '../../origins/useOrigins.js';
import { urlOf } from '../../urls.js';
import { texts } from './texts.js';

interface ReasonProps {
  row: QueryRow<'rejected_reasons'>;
  origins: Origins;
  /** Its events are shown below. */
  isOpen: boolean;
}

/** Why events were refused, how many, when and where from, and what to do about it. */
export function Reason({ row, origins, isOpen }: ReasonProps) {
  const { site } = useSite();
  const m = texts.value;
  const words: Partial<Record<string, string>> = originTexts.value.reasons;
  const advice: Partial<Record<string, string>> = m.advice;
  const ofOrigin = row.reason === ('origin_not_allowed' satisfies RejectReason);
  return (
    <li class="card reason">
      <div class="section-head">
        <h2>{words[row.reason] ?? <UserText>{row.reason}</UserText>}</h2>
        <p class="reason-count">{m.events(row.count)}</p>
      </div>
      {advice[row.reason] && <p>{advice[row.reason]}</p>}
      <p class="muted small reason-facts">
        <span>{m.last(<Ago ts={row.last_ts} />)}</span>
        {row.origins.length > 0 && <span>{m.from(<Listed of={row.origins} />)}</span>}
        {row.types.length > 0 && <span>{m.types(<Listed of={row.types} />)}</span>}
      </p>
      {row.message && !ofOrigin && !isOpen && (
        <p class="muted small">
          {m.technical(
            <span lang="en">
              <UserText>{row.message}</UserText>
            </span>,
          )}
        </p>
      )}
      <div class="actions">
        {ofOrigin &&
          row.origins.map((origin) => <AllowOrigin key={origin} origin={origin} origins={origins} />)}
        {!isOpen && (
          <a class="button button-small" href={urlOf('/refused', { site: site.id, reason: row.reason })}>
            {m.open}
            <span class="hidden-text">: {words[row.reason] ?? row.reason}</span>
          </a>
        )}
      </div>
    </li>
  );
}

/** What strangers wrote, each isolated from the next. */
function Listed({ of }: { of: string[] }) {
  return of.map((text, index) => (
    <>
      {index > 0 && ', '}
      <UserText key={text}>{text}</UserText>
    </>
  ));
}

import { Icon } from '../../components/Icon.js';
import { Snippet, tagOf } from '../../components/Snippet.js';
import { useSite } from '../../components/site.js';
import { Ago, UserText } from '../../components/Text.js';
import { AllowOrigin } from '../../origins/AllowOrigin.js';
import { texts as originTexts } from '../../origins/texts.js';
import type { Origins } from '../../origins/useOrigins.js';
import { urlOf } from '../../urls.js';
import type { Problem } from './steps.js';
import { texts } from './texts.js';

/** Anybody can have many origins refused: the newest say enough, the rest is among the refused events. */
const SHOWN = 5;

interface ProblemsProps {
  problems: readonly Problem[];
  origins: Origins;
}

/** What is in the way, each as a sentence with what to do. */
export function Problems({ problems, origins }: ProblemsProps) {
  const { site } = useSite();
  const m = texts.value;
  const shown = problems.slice(0, SHOWN);
  const more = problems.length - shown.length;
  return (
    <ul class="problems" aria-label={m.problems} aria-live="polite">
      {shown.map((problem) => (
        <li key={keyOf(problem)} class="notice notice-quiet install-problem">
          <Icon name="alert" />
          <div>
            <Sentence problem={problem} origins={origins} />
            <p class="small">
              <Ago ts={problem.at} />
            </p>
          </div>
        </li>
      ))}
      {more > 0 && (
        <li>
          <a href={urlOf('/refused', { site: site.id })}>{m.more(more)}</a>
        </li>
      )}
    </ul>
  );
}

const keyOf = (problem: Problem) =>
  [
    problem.kind,
    'origin' in problem && problem.origin,
    'key' in problem && problem.key,
    'reason' in problem && problem.reason,
  ].join(' ');

function Sentence({ problem, origins }: { problem: Problem; origins: Origins }) {
  const { site } = useSite();
  const m = texts.value.problem;
  switch (problem.kind) {
    case 'origin':
      return (
        <>
          <p>
            {m.origin(<UserText>{problem.origin}</UserText>)}{' '}
            {problem.visitors > 0 && m.originWaits(problem.visitors)}
          </p>
          <AllowOrigin origin={problem.origin} origins={origins} />
        </>
      );
    case 'key':
    case 'stray':
      return (
        <>
          <p>
            {m[problem.kind](
              problem.origin ? <UserText>{problem.origin}</UserText> : '',
              <UserText>{problem.key}</UserText>,
              site.id,
            )}
          </p>
          {problem.visitors > 0 && <p>{m.keyWaits(problem.visitors)}</p>}
          <Snippet code={tagOf(site.id)} />
        </>
      );
    case 'silent':
      return (
        <>
          <p>{m.silent(<UserText>{problem.origin}</UserText>)}</p>
          <ul class="causes">
            {m.causes(location.origin).map((cause) => (
              <li key={cause}>{cause}</li>
            ))}
          </ul>
        </>
      );
    case 'refused': {
      const reasons: Partial<Record<string, string>> = originTexts.value.reasons;
      return (
        <p>
          {m.refused(problem.count, reasons[problem.reason] ?? problem.reason)}{' '}
          <a href={urlOf('/refused', { site: site.id, reason: problem.reason })}>{m.show}</a>
        </p>
      );
    }
  }
}

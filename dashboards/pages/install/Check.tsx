import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { announce } from '../../components/announce.js';
import { Icon } from '../../components/Icon.js';
import { Loaded } from '../../components/Loaded.js';
import { useFormat, useSite } from '../../components/site.js';
import { Ago, UserText } from '../../components/Text.js';
import { useEvery } from '../../live/every.js';
import { useLiveRecord } from '../../live/use.js';
import type { Origins } from '../../origins/useOrigins.js';
import { type Installation, readInstallation } from './data.js';
import { Problems } from './Problems.js';
import { problemsOf, type Step, stepsOf } from './steps.js';
import { texts } from './texts.js';

/** Of what is no event, such as that the script was fetched, no stream tells. */
const WAITING_MS = 2_500;

/** Whether the tag works: each step from the script to the first form, and what is in the way. */
export function Check({ origins }: { origins: Origins }) {
  const { site } = useSite();
  const m = texts.value;
  const installation = useLiveRecord(`installation ${site.id}`, ['timeline', 'rejected_events'], (signal) =>
    readInstallation(site.id, signal),
  );
  const { record } = installation;
  useEvery(record && isDone(record) ? undefined : WAITING_MS, installation.retry);
  return (
    <section class="card" aria-labelledby="check">
      <h2 id="check">{m.check}</h2>
      <Loaded list={installation}>
        {(found) => <Found key={site.id} installation={found} origins={origins} />}
      </Loaded>
    </section>
  );
}

const isDone = (found: Installation) => stepsOf(found).every(({ isSeen }) => isSeen);

function Found({ installation, origins }: { installation: Installation; origins: Origins }) {
  const { site } = useSite();
  const m = texts.value;
  const steps = stepsOf(installation);
  // To the second: that a page is silent shows a moment after it was opened.
  const moment = useSignal(Date.now());
  useEvery(isDone(installation) ? undefined : WAITING_MS, () => {
    moment.value = Date.now();
  });
  const problems = problemsOf(installation, { site, own: location.origin, now: moment.value });
  const seen = steps.filter(({ isSeen }) => isSeen).length;
  const before = useSignal(seen);
  useEffect(() => {
    const step = steps[seen - 1];
    if (seen > before.peek() && step) announce(m.steps[step.name].seen);
    before.value = seen;
  }, [seen]);
  return (
    <>
      <p>{seen === steps.length ? m.checkDone : m.checkIntro}</p>
      <ol class="check">
        {steps.map((step) => (
          <StepLine
            key={step.name}
            step={step}
            isNext={step === steps.find(({ isSeen }) => !isSeen)}
            isHeld={problems.length > 0}
          />
        ))}
      </ol>
      <Problems problems={problems} origins={origins} />
    </>
  );
}

/** @param isNext the first that has not been seen; `isHeld`: something is in the way */
function StepLine({ step, isNext, isHeld }: { step: Step; isNext: boolean; isHeld: boolean }) {
  const m = texts.value;
  const format = useFormat();
  const { name, isSeen, first, last } = step;
  const words = m.steps[name];
  const state = isSeen ? 'seen' : isNext && isHeld ? 'problem' : 'waiting';
  return (
    <li class={`check-step check-${state}`}>
      <span class="check-mark">
        <Icon name={state === 'seen' ? 'check' : state === 'problem' ? 'alert' : 'down'} />
      </span>
      <div>
        <p class="check-title">
          {isSeen ? words.seen : words.title}
          <span class="tag">{m.states[state]}</span>
        </p>
        {!isSeen && <p class="muted">{words.waiting}</p>}
        {last && (
          <p class="muted small">
            {m.last(<Ago ts={last.at} />, last.where && <UserText>{last.where}</UserText>)}
            {first && first.at !== last.at && ` · ${m.first(format.shortDateTime(first.at))}`}
          </p>
        )}
      </div>
    </li>
  );
}

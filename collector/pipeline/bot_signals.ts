import type { BotSignal } from '../../schemas/bot_signals.js';
import { type Envelope, step } from './step.js';
import { agentOf } from './user_agent.js';

/** What speaks for a program in a browser's place. API keys are for programs: theirs have no signals. */
export const bots = step('bot_signals', ({ row }, envelope) => {
  if (envelope.isPublic) row.bot_signals = signalsOf(envelope);
  return undefined;
});

function signalsOf({ userAgent, isPrefetch, isOwn }: Envelope): BotSignal[] {
  const signals: BotSignal[] = [];
  // What the collector makes of no request has none, whoever it is about.
  if (!userAgent && !isOwn) signals.push('no_user_agent');
  else if (userAgent && agentOf(userAgent).isBot) signals.push('user_agent');
  if (isPrefetch) signals.push('prefetch');
  return signals;
}

/** In these a browser says that it loads a page that nobody looks at yet. */
export const PURPOSE_HEADERS = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'];

/** `Sec-Purpose: prefetch;prerender` (https://fetch.spec.whatwg.org/#sec-purpose-header) and what came before it. */
export const saysPrefetch = (header: (name: string) => string | string[] | undefined): boolean =>
  PURPOSE_HEADERS.some((name) => /prefetch|preview|prerender/i.test(String(header(name) ?? '')));

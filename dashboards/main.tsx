import { render } from 'preact';
import { App } from './app.js';
import { startShortcuts } from './components/shortcuts.js';
import { preload } from './frame/parts.js';
import { startLocale } from './i18n/locale.js';
import { watchInvitations } from './invitation.js';
import { startClock } from './now.js';
import { startSession } from './session.js';

async function start(): Promise<void> {
  const root = document.getElementById('app');
  if (!root) throw new Error('index.html has no #app');
  // Who has no session fetches a page in vain; anybody else sees it sooner.
  preload(location.href);
  // Both are needed before anything can be shown; the language costs no time beside the session.
  await Promise.all([startLocale(), startSession()]);
  watchInvitations();
  startClock();
  startShortcuts();
  render(<App />, root);
}

start().catch((error: unknown) => {
  console.error(error);
  document.getElementById('failed')?.removeAttribute('hidden');
});

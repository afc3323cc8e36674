import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { LocationProvider } from 'preact-iso';
import { Announcer } from './components/announce.js';
import { ErrorNotice } from './components/Notice.js';
import { Toasts } from './components/Toasts.js';
import { lazyPage } from './frame/LazyPage.js';
import { Pages } from './frame/Pages.js';
import { SiteGate } from './frame/SiteGate.js';
import { session } from './http.js';
import { messages } from './i18n/locale.js';
import { invitation } from './invitation.js';
import { appPaths } from './sections.js';
import { checkSession, isFirstRun, isSetupLater, sessionError } from './session.js';

const SignInPage = lazyPage(() => import('./pages/sign-in/SignInPage.js'));
const SignInDialog = lazyPage(() => import('./pages/sign-in/SignInDialog.js'));
const FirstRunPage = lazyPage(() => import('./pages/first-run/FirstRunPage.js'));
const InvitationPage = lazyPage(() => import('./pages/invitation/InvitationPage.js'));

export function App() {
  return (
    <Boundary>
      <LocationProvider scope={appPaths}>
        <Announcer />
        <Session />
        <Toasts />
      </LocationProvider>
    </Boundary>
  );
}

function Session() {
  if (invitation.value) return <InvitationPage token={invitation.value} />;
  const state = session.value;
  if (state === 'in' || state === 'ended') {
    return (
      <>
        {isFirstRun.value && !isSetupLater.value ? (
          <FirstRunPage />
        ) : (
          <SiteGate>
            <Pages />
          </SiteGate>
        )}
        {state === 'ended' && <SignInDialog />}
      </>
    );
  }
  if (state) return isFirstRun.value ? <FirstRunPage /> : <SignInPage />;
  const error = sessionError.value;
  return <main class="main">{error && <ErrorNotice error={error} retry={checkSession} />}</main>;
}

/** A mistake of ours shows a way on instead of an empty page. */
function Boundary({ children }: { children: ComponentChildren }) {
  const [error] = useErrorBoundary((error) => console.error(error));
  if (!error) return <>{children}</>;
  const m = messages.value.broken;
  return (
    <main class="main">
      <h1>{m.title}</h1>
      <p>{m.text}</p>
      <p>
        <a class="button" href="/">
          {m.reload}
        </a>
      </p>
    </main>
  );
}

import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { LocationProvider, Route, Router, useLocation } from 'preact-iso';
import { Announcer } from './components/announce.js';
import { ErrorNotice } from './components/Notice.js';
import { useSite } from './components/site.js';
import { lazyPage } from './frame/LazyPage.js';
import { NoAccessPage } from './frame/NoAccess.js';
import { NotFoundPage } from './frame/NotFound.js';
import { SiteGate } from './frame/SiteGate.js';
import { session } from './http.js';
import { messages } from './i18n/locale.js';
import { invitation } from './invitation.js';
import { Page as InstallPage } from './pages/install/Page.js';
import { Page as LeadsPage } from './pages/leads/Page.js';
import { Page as PersonPage } from './pages/person/Page.js';
import { mayOpen, sectionAt } from './sections.js';
import { checkSession, isFirstRun, isSetupLater, me, sessionError } from './session.js';
import { appPaths, isReadablePath } from './urls.js';

const SignInPage = lazyPage(async () => (await import('./pages/sign-in/SignInPage.js')).SignInPage);
const SignInDialog = lazyPage(async () => (await import('./pages/sign-in/SignInDialog.js')).SignInDialog);
const FirstRunPage = lazyPage(async () => (await import('./pages/first-run/FirstRunPage.js')).FirstRunPage);
const InvitationPage = lazyPage(
  async () => (await import('./pages/invitation/InvitationPage.js')).InvitationPage,
);
const UsersPage = lazyPage(async () => (await import('./pages/users/Page.js')).Page);
const KeysPage = lazyPage(async () => (await import('./pages/keys/Page.js')).Page);
const AuditPage = lazyPage(async () => (await import('./pages/audit/Page.js')).Page);
const AccountPage = lazyPage(async () => (await import('./pages/account/Page.js')).Page);

export function App() {
  return (
    <Boundary>
      <LocationProvider scope={appPaths}>
        <Announcer />
        <Session />
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

function Pages() {
  const { path } = useLocation();
  const { site } = useSite();
  const section = sectionAt(path);
  if (!isReadablePath(path) || !section) return <NotFoundPage />;
  if (!mayOpen(section, me.value?.access ?? [], site.id)) return <NoAccessPage />;
  return (
    <Router>
      <Route path="/" component={LeadsPage} />
      <Route path="/leads" component={LeadsPage} />
      <Route path="/persons/:id" component={PersonPage} />
      <Route path="/install" component={InstallPage} />
      <Route path="/users" component={UsersPage} />
      <Route path="/keys" component={KeysPage} />
      <Route path="/audit" component={AuditPage} />
      <Route path="/account" component={AccountPage} />
      <Route default component={NotFoundPage} />
    </Router>
  );
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
        <a class="button" href="/leads">
          {m.reload}
        </a>
      </p>
    </main>
  );
}

import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { LocationProvider, Route, Router, useLocation } from 'preact-iso';
import { Announcer } from './components/announce.js';
import { ErrorNotice } from './components/Notice.js';
import { SiteGate } from './components/SiteGate.js';
import { session } from './http.js';
import { messages } from './i18n/locale.js';
import { InstallPage } from './pages/install/InstallPage.js';
import { KeysPage } from './pages/keys/KeysPage.js';
import { LeadsPage } from './pages/leads/LeadsPage.js';
import { NotFoundPage } from './pages/NotFound.js';
import { PersonPage } from './pages/person/PersonPage.js';
import { SignInPage } from './pages/SignIn.js';
import { checkSession, sessionError } from './session.js';
import { appPaths, isReadablePath } from './urls.js';

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
  if (session.value === 'in') {
    return (
      <SiteGate>
        <Pages />
      </SiteGate>
    );
  }
  if (session.value) return <SignInPage />;
  const error = sessionError.value;
  return <main class="main">{error && <ErrorNotice error={error} retry={checkSession} />}</main>;
}

function Pages() {
  if (!isReadablePath(useLocation().path)) return <NotFoundPage />;
  return (
    <Router>
      <Route path="/" component={LeadsPage} />
      <Route path="/leads" component={LeadsPage} />
      <Route path="/persons/:id" component={PersonPage} />
      <Route path="/install" component={InstallPage} />
      <Route path="/keys" component={KeysPage} />
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

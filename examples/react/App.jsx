import { useEffect, useRef, useSyncExternalStore } from 'react';
import { ContactForm } from './ContactForm.jsx';

// A router in a few lines: Leadline sees `history.pushState`, and so that of your router too.
const subscribe = (onChange) => {
  addEventListener('popstate', onChange);
  return () => removeEventListener('popstate', onChange);
};
const usePath = () => useSyncExternalStore(subscribe, () => location.pathname);

function Link({ to, ...rest }) {
  const onClick = (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (to !== location.pathname) history.pushState({}, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  };
  return <a href={to} onClick={onClick} aria-current={usePath() === to ? 'page' : undefined} {...rest} />;
}

function Workshop() {
  return (
    <>
      <p className="lede">
        We sell, install and service espresso machines for cafés, hotels and kitchens in the west of Ireland.
      </p>
      <p>
        <Link to="/contact" className="button">
          Write to us
        </Link>
      </p>
    </>
  );
}

function Contact() {
  return (
    <>
      <p className="lede">Someone with a screwdriver answers within one working day.</p>
      <ContactForm />
    </>
  );
}

const pages = {
  '/': { title: 'Espresso machines that hold their nine bars', Content: Workshop },
  '/contact': { title: 'Write to the workshop', Content: Contact },
};

export function App() {
  const path = usePath();
  const { title, Content } = pages[path] ?? pages['/'];
  const heading = useRef(null);
  const shown = useRef(path);

  useEffect(() => {
    document.title = `${title}: Halfturn`;
    // A new page is read out from its heading; the first one is left to the browser.
    if (shown.current !== path) heading.current.focus();
    shown.current = path;
  }, [title, path]);

  return (
    <>
      <header>
        <span className="logo">Halfturn</span>
        <nav aria-label="Main">
          <Link to="/">Workshop</Link>
          <Link to="/contact">Contact</Link>
        </nav>
      </header>
      <main>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <Content />
      </main>
    </>
  );
}

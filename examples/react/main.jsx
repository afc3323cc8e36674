import { init } from 'leadline';
import { createRoot } from 'react-dom/client';
import { App } from './App.jsx';

// The address of your Leadline and the key of your site. Page views and forms need nothing more.
init({ site: 'demo', host: 'http://127.0.0.1:8080' });

createRoot(document.querySelector('#root')).render(<App />);

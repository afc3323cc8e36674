// `npm start`: on a fresh clone installs and builds first, then runs Leadline in this very process.
import { build, install, requireNode } from './machine/setup.mjs';

requireNode();
await install();
await build();
await import('../dist/node.js');

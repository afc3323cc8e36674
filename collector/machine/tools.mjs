// What the commands that check, generate or measure run first: `npm start` leaves the tools for that out.
import { install, requireNode } from './setup.mjs';

requireNode();
await install({ tools: true });

import { logEvents } from './debug.js';

try {
  logEvents(...(document.currentScript as never as { leadline: Parameters<typeof logEvents> }).leadline);
} catch {}

import { more } from './index.js';
import type { Internals } from './internals.js';

try {
  more((document.currentScript as never as { leadline: Internals }).leadline);
} catch {}

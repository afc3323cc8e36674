import { guard } from '../guard.js';
import { more } from './index.js';
import type { Internals } from './internals.js';

guard(() => more((document.currentScript as never as { leadline: Internals }).leadline))();

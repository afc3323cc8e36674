// Leads and where they came from, for pages where every byte counts.

import { captureForms } from './forms.js';
import { captureLandings } from './landings.js';
import { startFromTag } from './tag.js';

startFromTag([captureLandings, captureForms]);

// Leads and where they came from, for pages where every byte counts.

import { captureForms } from './forms.js';
import { hooks } from './hooks.js';
import { captureLandings } from './landings.js';
import { signsUp } from './more/sign_up.js';
import { startFromTag } from './tag.js';

hooks.signsUp = signsUp;
startFromTag([captureLandings, captureForms]);

import { computed } from '@preact/signals';
import { eventTexts } from '../../i18n/event_texts.js';
import type { EventTexts } from '../../i18n/events.js';
import { messages } from '../../i18n/locale.js';
import type { Messages } from '../../i18n/messages.js';
import type { Texts } from './texts.en.js';
import { texts } from './texts.js';

/** What a timeline is told with. */
export type Words = Messages & Texts & { events: EventTexts };

export const words = computed((): Words => ({ ...messages.value, ...texts.value, events: eventTexts.value }));

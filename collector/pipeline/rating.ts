import { RATING_MAX } from '../../schemas/events/feedback.js';
import { is } from '../../schemas/events.js';
import { check } from './step.js';

/** A rating is of its scale: else one voice would outweigh all others. */
export const rating = check('rating', ['event_invalid'], ({ event }) => {
  if (!is('feedback', event)) return undefined;
  const { rating: given, ratingMax = RATING_MAX } = event;
  if (given === undefined || given <= ratingMax) return undefined;
  return {
    reason: 'event_invalid',
    message: `rating must be from 0 to ${ratingMax}: send the best there is as ratingMax`,
  };
});

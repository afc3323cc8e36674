// When visitors come: more each month, on weekdays, in the hours when a café is awake.

const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;
export const MINUTE_MS = 60_000;
const DAYS = 182;
/** Visits on the last day for each on the first. */
const GROWTH = 2.2;
/** Sunday to Saturday. */
const WEEKDAYS = [0.35, 1.15, 1.2, 1.15, 1.1, 0.95, 0.5];
/** By the hour, midnight first. */
const HOURS = [1, 0, 0, 0, 0, 1, 4, 12, 28, 46, 60, 58, 44, 40, 52, 56, 44, 30, 20, 16, 16, 14, 8, 3];
/** The newsletter goes out every other Tuesday at nine. */
const ISSUE_HOUR = 9;
const TOPICS = ['descale-in-ten-minutes', 'mill-64-is-here', 'cafe-plan-offer', 'grind-finer', 'bench-day'];

export function calendarOf(now) {
  const end = now - 20 * MINUTE_MS;
  const midnight = now - (now % DAY_MS);
  const days = Array.from({ length: DAYS }, (_, index) => {
    const start = midnight - (DAYS - 1 - index) * DAY_MS;
    return [WEEKDAYS[new Date(start).getUTCDay()] * (1 + (GROWTH - 1) * (index / DAYS)), start];
  });
  const hours = HOURS.map((weight, hour) => [weight, hour]);
  const issues = days
    .map(([, start]) => start)
    .filter((start) => new Date(start).getUTCDay() === 2)
    .filter((_, index) => index % 2 === 0)
    .map((start, index) => ({
      at: start + ISSUE_HOUR * HOUR_MS,
      campaign: `${new Date(start).toISOString().slice(0, 7)}-${TOPICS[index % TOPICS.length]}`,
    }))
    .filter(({ at }) => at < end - DAY_MS);

  /** What would lie ahead happened on an earlier day instead. */
  const past = (ts) => (ts <= end ? ts : ts - Math.ceil((ts - end) / DAY_MS) * DAY_MS);

  return {
    /** Somebody's first visit. */
    visit: ({ weighted, random }) => past(weighted(days) + (weighted(hours) + random()) * HOUR_MS),
    /** Soon after an issue of the newsletter, most of them within hours. */
    afterIssue({ pick, random }) {
      const { at, campaign } = pick(issues);
      return { ts: past(at - Math.log(1 - random() * 0.99) * 9 * HOUR_MS), campaign };
    },
    /**
     * A later visit. Where the time left is shorter than the wait, the visit falls somewhere in it: how often
     * somebody comes must not depend on when this program runs.
     */
    later({ weighted, random }, ts, daysMax) {
      const day = ts + (0.4 + random() * daysMax) * DAY_MS;
      const wanted = day - (day % DAY_MS) + (weighted(hours) + random()) * HOUR_MS;
      const share = 0.2 + random() * 0.7;
      return wanted > ts + HOUR_MS && wanted <= end ? wanted : ts + (end - ts) * share;
    },
  };
}

/** What every event carries. */
export interface Stamp {
  id: string;
  ts: number;
  url: string;
  referrer: string;
  title: string;
}

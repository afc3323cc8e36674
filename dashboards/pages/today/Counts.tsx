import { askList } from '../../api.js';
import { useFormat, useSite } from '../../components/site.js';
import { useLiveRecord } from '../../live/use.js';
import { urlOf } from '../../urls.js';
import { useMine } from './mine.js';
import { texts } from './texts.js';

const DUE = ['overdue', 'today', 'later', 'none'] as const;

/** How much there is to do, each a way to the list of it. */
export function Counts() {
  const m = texts.value;
  const { site } = useSite();
  const format = useFormat();
  const { mine, isMine } = useMine();
  const rep: { rep?: string } = isMine ? { rep: mine } : {};
  const { record } = useLiveRecord(`due ${site.id} ${isMine}`, ['next_steps', 'leads'], async (signal) => {
    const totalOf = async (query: 'next_steps' | 'leads', asked: Record<string, string>) =>
      (await askList(query, site.id, new URLSearchParams(asked), { limit: 1 }, signal)).total ?? 0;
    const [unassigned, ...due] = await Promise.all([
      totalOf('leads', { status: 'new', owner: '' }),
      ...DUE.map((due) => totalOf('next_steps', { due, ...rep })),
    ]);
    return { unassigned: unassigned ?? 0, due };
  });
  if (!record) return null;
  return (
    <ul class="due-counts">
      {DUE.map((due, place) => (
        <li key={due}>
          <a href={urlOf('/today', { site: site.id, due, ...rep })}>
            {m.counts[due](format.number(record.due[place] ?? 0))}
          </a>
        </li>
      ))}
      {!isMine && (
        <li>
          <a href={urlOf('/leads', { site: site.id, status: 'new', owner: '' })}>
            {m.counts.unassigned(format.number(record.unassigned))}
          </a>
        </li>
      )}
      {mine && (
        <li>
          <a href={urlOf('/today', { site: site.id, ...(!isMine && { rep: mine }) })}>
            {isMine ? m.everybodys : m.mine}
          </a>
        </li>
      )}
    </ul>
  );
}

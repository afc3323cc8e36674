import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { SystemState } from '../../../schemas/system.js';
import { useFormat } from '../../components/site.js';
import { Ago } from '../../components/Text.js';
import { formatTag, messages } from '../../i18n/locale.js';
import { bytesText } from './bytes.js';
import { texts } from './texts.js';

const bytes = (count: number) => bytesText(count, formatTag.value);

/** What waits on its way to ClickHouse, and what became of the rest. */
export function Queue({ queue, writer }: Pick<SystemState, 'queue' | 'writer'>) {
  const m = texts.value;
  const format = useFormat();
  const { backlogBytes, bytesMax, lagMs } = queue;
  return (
    <Card title={m.queue}>
      <Fact term={m.backlog}>
        {bytesMax === undefined ? bytes(backlogBytes) : m.backlogOf(bytes(backlogBytes), bytes(bytesMax))}
      </Fact>
      <Fact term={m.oldest}>{lagMs > 0 ? format.duration(lagMs) : m.nothingWaits}</Fact>
      {writer && (
        <>
          <Fact term={m.lastInsert}>
            {writer.lastInsertAt === undefined ? m.noInsert : <Ago ts={writer.lastInsertAt} />}
          </Fact>
          <Fact term={m.rows}>{format.number(writer.insertedRows)}</Fact>
          <Fact term={m.failed}>{format.number(writer.failedInserts)}</Fact>
        </>
      )}
    </Card>
  );
}

/** How full the disk is, as a bar with its numbers. */
export function Disk({ freeBytes, totalBytes }: NonNullable<SystemState['disk']>) {
  const m = texts.value;
  const format = useFormat();
  const used = totalBytes > 0 ? 100 * (1 - freeBytes / totalBytes) : 0;
  const id = useId();
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{m.disk}</h2>
      <meter class="disk" min={0} max={100} high={90} optimum={0} value={used} aria-labelledby={id} />
      <p>
        {m.diskFree(bytes(freeBytes), bytes(totalBytes))}
        <span class="muted"> · {m.diskUsed(format.percent(Math.round(used)))}</span>
      </p>
    </section>
  );
}

export function Database(clickhouse: SystemState['clickhouse']) {
  const m = texts.value;
  const format = useFormat();
  const { isUp, isEmbedded, version, uptimeS, restarts, lastRestartAt } = clickhouse;
  return (
    <Card title={m.database}>
      <Fact term={m.state}>
        {isUp ? m.up : m.down}
        <span class="muted"> · {isEmbedded ? m.embedded : m.server}</span>
      </Fact>
      {version && <Fact term={m.version}>{version}</Fact>}
      {uptimeS !== undefined && <Fact term={m.runningFor}>{format.duration(uptimeS * 1_000)}</Fact>}
      {restarts !== undefined && (
        <Fact term={m.restarts}>
          {m.restartsLast(restarts, lastRestartAt !== undefined && <Ago ts={lastRestartAt} />)}
        </Fact>
      )}
    </Card>
  );
}

export function Program({
  version,
  node,
  platform,
  startedAt,
  lists,
}: Pick<SystemState, 'version' | 'node' | 'platform' | 'startedAt' | 'lists'>) {
  const m = texts.value;
  const day = new Intl.DateTimeFormat(formatTag.value, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <Card title={m.program}>
      <Fact term={m.version}>
        {version}
        <span class="muted"> · {platform === 'node' ? `Node ${node ?? ''}` : 'Cloudflare Workers'}</span>
      </Fact>
      <Fact term={m.started}>
        <Ago ts={startedAt} />
      </Fact>
      {lists.map(({ name, date }) => (
        <Fact key={name} term={m.lists[name] ?? name}>
          {m.listOf(day.format(Date.parse(date)))}
        </Fact>
      ))}
      {lists.length === 0 && <Fact term={m.lists.cities ?? ''}>{messages.value.none}</Fact>}
      {platform === 'workers' && <p class="muted small">{m.isolate}</p>}
    </Card>
  );
}

function Card({ title, children }: { title: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <dl class="data-facts">{children}</dl>
    </section>
  );
}

function Fact({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

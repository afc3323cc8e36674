import './page.css';
import { useSignal } from '@preact/signals';
import { useLocation, useRoute } from 'preact-iso';
import { mayMarketAt } from '../../access.js';
import { query as ask } from '../../api.js';
import { BackLink } from '../../components/BackLink.js';
import { Confirm } from '../../components/Confirm.js';
import { Figure, Figures } from '../../components/Figure.js';
import { PageHeading } from '../../components/Heading.js';
import { useWide } from '../../components/hooks.js';
import { Loaded } from '../../components/Loaded.js';
import { EmptyState } from '../../components/Notice.js';
import { useFormat, useSite } from '../../components/site.js';
import { UserText } from '../../components/Text.js';
import { toast } from '../../components/toast.js';
import { clickColumns } from '../../links/click_columns.js';
import { readLink, removeLink } from '../../links/data.js';
import { texts as linkTexts } from '../../links/texts.js';
import { QueryList } from '../../lists/QueryList.js';
import { useLiveRecord } from '../../live/use.js';
import { me } from '../../session.js';
import { readableUrl, urlOf } from '../../urls.js';
import { Address } from './Address.js';
import { Record } from './Record.js';
import { texts } from './texts.js';

/** One link: its address, what it is, and who followed it. */
export function Page() {
  const { site } = useSite();
  const { route } = useLocation();
  const id = useRoute().params.id ?? '';
  const m = texts.value;
  const { columns } = linkTexts.value;
  const format = useFormat();
  const isWide = useWide();
  const isRemoving = useSignal(false);
  const links = urlOf('/links', { site: site.id });
  const read = useLiveRecord(`link ${site.id} ${id}`, ['links', 'clicks'], async (signal) => {
    const [{ rows }, record] = await Promise.all([
      ask('links', { site: site.id, link: id }, signal),
      readLink(site.id, id, signal),
    ]);
    return { row: rows[0] ?? null, record };
  });
  const record = read.record?.record;
  const name = record ? record.title || readableUrl(record.destination) : m.unnamed;
  const close = () => {
    isRemoving.value = false;
  };
  return (
    <>
      <BackLink href={links}>{m.back}</BackLink>
      <div class="page-head">
        <PageHeading title={name}>
          <UserText>{name}</UserText>
        </PageHeading>
        {record && mayMarketAt(me.value?.access ?? [], site.id) && (
          <button
            type="button"
            class="button"
            onClick={() => {
              isRemoving.value = true;
            }}
          >
            {m.remove}
          </button>
        )}
      </div>
      <Loaded list={read}>
        {({ row, record }) =>
          record ? (
            <div class="link">
              <div class="link-main">
                {row && (
                  <Figures label={m.figures}>
                    <Figure label={columns.clicks} value={format.number(row.clicks)} />
                    <Figure label={columns.touched} value={format.number(row.clicks_touched)} />
                    <Figure label={columns.landed} value={format.number(row.clicks_landed)} />
                    <Figure label={columns.bot} value={format.number(row.clicks_bot)} />
                  </Figures>
                )}
                <QueryList
                  query="clicks"
                  label={m.clicks}
                  columns={clickColumns(format, isWide).filter(({ name }) => name !== 'title')}
                  fixed={{ link: id }}
                  keyOf={({ click_id }) => click_id}
                  usual={{ column: 'ts', order: 'desc' }}
                  search={{ label: m.search }}
                  empty={<EmptyState>{m.noClicks}</EmptyState>}
                />
              </div>
              <div class="link-side">
                <Address id={id} url={record.url} />
                <Record record={record} />
              </div>
            </div>
          ) : (
            <EmptyState>{m.missing}</EmptyState>
          )
        }
      </Loaded>
      {isRemoving.value && record && (
        <Confirm
          title={m.remove}
          action={m.remove}
          onClose={close}
          run={async () => {
            await removeLink(site.id, record);
            toast(m.removed);
            close();
            route(links);
          }}
        >
          <p>{m.removing}</p>
        </Confirm>
      )}
    </>
  );
}

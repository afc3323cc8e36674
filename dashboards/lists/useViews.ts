import { mayWriteAt } from '../access.js';
import { useSite } from '../components/site.js';
import { toast } from '../components/toast.js';
import { useAddress } from '../components/useAddress.js';
import { useLiveRecord } from '../live/use.js';
import { me } from '../session.js';
import { listViews, makeView, removeView, restoreView, type SavedView, saveView } from './data.js';
import { texts } from './texts.js';
import { asksTheSame } from './view_address.js';

/** What stands on the screen, as a view keeps it. */
export interface Shown {
  address: string;
  /** Left out where they are the usual ones. */
  columns?: string[] | undefined;
}

/** The saved views of a page, the one that the address names, and what can be done with them. */
export function useViews(page: string | undefined) {
  const { site } = useSite();
  const { search, replace } = useAddress();
  const { record, retry } = useLiveRecord(
    `views ${site.id} ${page}`,
    page ? ['views'] : [],
    async (signal) => (page ? listViews(site.id, page, signal) : []),
  );
  const m = texts;
  const views = record ?? [];
  const chosen = views.find(({ id }) => id === search.get('view'));
  const choose = (id?: string) =>
    replace((address) => (id ? address.set('view', id) : address.delete('view')));

  /** @throws ApiError */
  async function save(name: string, shown: Shown): Promise<void> {
    const made = await makeView(site.id, { name, page: page ?? '', ...shown });
    retry();
    choose(made.id);
    toast(m.value.saved(made.name), {
      undo: async () => {
        await removeView(site.id, made);
        retry();
      },
    });
  }

  /** @throws ApiError */
  async function change(view: SavedView, fields: Partial<Shown & { name: string }>): Promise<void> {
    const { id: _, version: __, ...before } = view;
    const now = await saveView(site.id, view, { ...before, ...fields });
    retry();
    toast(m.value.saved(now.name), {
      undo: async () => {
        await saveView(site.id, now, before);
        retry();
      },
    });
  }

  /** @throws ApiError */
  async function remove(view: SavedView): Promise<void> {
    await removeView(site.id, view);
    retry();
    choose();
    toast(m.value.removed(view.name), {
      undo: async () => {
        await restoreView(site.id, view);
        retry();
        choose(view.id);
      },
    });
  }

  return {
    views,
    chosen,
    /** Viewers look at what others have saved. */
    mayWrite: mayWriteAt(me.value?.access ?? [], site.id),
    isChanged: (shown: Shown) => chosen !== undefined && !asksTheSame(chosen.address, shown.address),
    save,
    change,
    remove,
  };
}

export type Views = ReturnType<typeof useViews>;

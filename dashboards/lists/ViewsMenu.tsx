import './views.css';
import { Icon } from '../components/Icon.js';
import { errorText } from '../components/Notice.js';
import { Popover } from '../components/Popover.js';
import { useSite } from '../components/site.js';
import { UserText } from '../components/Text.js';
import { toast } from '../components/toast.js';
import { ApiError } from '../http.js';
import { NameForm } from './NameForm.js';
import { texts } from './texts.js';
import type { Shown, Views } from './useViews.js';
import { viewUrl } from './view_address.js';

interface ViewsMenuProps {
  views: Views;
  /** Of the page, by its path. */
  page: string;
  /** What the page is called with nothing chosen: "Everyone". */
  all: string;
  shown: Shown;
  /** The reader has chosen other columns than the view has. */
  hasOwnColumns: boolean;
  /** After the columns that are shown have become those of the view. */
  onColumnsSaved: () => void;
}

/** The views that the team has saved for a page: one is chosen, changed, renamed and deleted here, and a new one made. */
export function ViewsMenu({ views, page, all, shown, hasOwnColumns, onColumnsSaved }: ViewsMenuProps) {
  const { site } = useSite();
  const m = texts.value;
  const { chosen, mayWrite } = views;
  const isChanged = chosen && (views.isChanged(shown) || hasOwnColumns);
  const name = chosen?.name ?? all;

  async function attempt(run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      toast(errorText(cause), { isError: true });
    }
  }

  return (
    <>
      <Popover
        class="chip views-button"
        label={m.views}
        button={
          <>
            <span title={chosen ? m.chosen(name) : m.views}>
              <UserText>{name}</UserText>
            </span>
            <Icon name="down" />
          </>
        }
      >
        {(close) => (
          <>
            <ul class="views-list">
              {[undefined, ...views.views].map((view) => (
                <li key={view?.id ?? ''}>
                  <a
                    href={viewUrl(page, site.id, view)}
                    aria-current={view?.id === chosen?.id ? 'true' : undefined}
                    onClick={() => close()}
                  >
                    <UserText>{view?.name ?? all}</UserText>
                  </a>
                </li>
              ))}
            </ul>
            {views.views.length === 0 && <p class="muted small">{m.none}</p>}
            {mayWrite && chosen && (
              <div class="views-part">
                <NameForm
                  key={chosen.id}
                  label={m.name}
                  action={m.rename}
                  value={chosen.name}
                  save={async (name) => {
                    await views.change(chosen, { name });
                    close();
                  }}
                />
                <button
                  type="button"
                  class="button button-small button-bad"
                  onClick={() => {
                    close();
                    void attempt(() => views.remove(chosen));
                  }}
                >
                  {m.remove}
                </button>
              </div>
            )}
            {mayWrite && (
              <div class="views-part">
                <NameForm
                  label={m.saveNew}
                  action={m.save}
                  save={async (name) => {
                    await views.save(name, shown);
                    close();
                  }}
                />
              </div>
            )}
          </>
        )}
      </Popover>
      {isChanged && mayWrite && (
        <button
          type="button"
          class="chip"
          title={m.updateHint(name)}
          onClick={() =>
            attempt(async () => {
              await views.change(chosen, shown);
              onColumnsSaved();
            })
          }
        >
          {m.update}
        </button>
      )}
    </>
  );
}

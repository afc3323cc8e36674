import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { PageHeading } from '../../components/Heading.js';
import { LinkOnce } from '../../components/LinkOnce.js';
import { Loaded } from '../../components/Loaded.js';
import { EmptyState } from '../../components/Notice.js';
import { useLiveRecord } from '../../live/use.js';
import { listUsers } from '../../users.js';
import { listPending } from './data.js';
import { InviteForm } from './InviteForm.js';
import { Pending } from './Pending.js';
import { texts } from './texts.js';
import { UserTable } from './UserTable.js';

/** Who may sign in: of all sites, whichever one is chosen. */
export function Page() {
  const m = texts.value;
  const users = useLiveRecord('users', ['users'], listUsers);
  const pending = useLiveRecord('invitations', ['invitations'], listPending);
  const link = useSignal<{ name: string; url: string; isReset: boolean } | undefined>(undefined);
  const invited = useSignal(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const show = (isReset: boolean) => (made: { name: string; url: string }) => {
    link.value = { ...made, isReset };
    // The form begins anew.
    if (!isReset) invited.value++;
    pending.retry();
  };

  return (
    <>
      <div class="page-head">
        <PageHeading />
      </div>
      <div class="stack stack-wide">
        <p>{m.intro}</p>
        {link.value && (
          <LinkOnce
            title={m.linkFor(link.value.name)}
            text={link.value.isReset ? m.resetOnce : m.linkOnce}
            link={link.value.url}
            done={m.done}
            onDone={() => {
              link.value = undefined;
            }}
          />
        )}
        <section class="card" aria-labelledby="users">
          <h2 id="users">{m.list}</h2>
          <Loaded list={users}>
            {(rows) =>
              rows.length > 0 ? (
                <UserTable users={rows} reload={users.retry} onReset={show(true)} />
              ) : (
                <EmptyState>{m.empty}</EmptyState>
              )
            }
          </Loaded>
        </section>
        <section class="card" aria-labelledby="pending">
          <h2 id="pending" ref={heading} tabIndex={-1}>
            {m.pending}
          </h2>
          <Loaded list={pending}>
            {(rows) => (
              <Pending
                invitations={rows}
                users={users.record ?? []}
                reload={pending.retry}
                focusAfter={() => heading.current}
              />
            )}
          </Loaded>
        </section>
        <InviteForm key={invited.value} onInvited={show(false)} />
      </div>
    </>
  );
}

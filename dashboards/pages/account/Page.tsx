import { PageHeading } from '../../components/Heading.js';
import { me } from '../../session.js';
import { PasswordForm } from './PasswordForm.js';
import { ProfileForm } from './ProfileForm.js';
import { Sessions } from './Sessions.js';
import { texts } from './texts.js';

/** Everybody's own: who they are here, their password, where they are signed in. */
export function Page() {
  const m = texts.value;
  const user = me.value?.user;
  return (
    <>
      <div class="page-head">
        <PageHeading />
      </div>
      <div class="stack stack-wide">
        {user ? (
          <>
            <ProfileForm user={user} access={me.value?.access ?? []} />
            <PasswordForm email={user.email} />
          </>
        ) : (
          <p>{m.keyOnly}</p>
        )}
        <Sessions />
      </div>
    </>
  );
}

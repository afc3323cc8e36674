import { useLocation } from 'preact-iso';
import { UserText } from '../components/Text.js';
import { messages } from '../i18n/locale.js';
import { isFirstRun, isSetupLater, me } from '../session.js';
import { urlOf } from '../urls.js';

/** Whose session it is: browsers are shared. */
export function Who() {
  const { path, query } = useLocation();
  const m = messages.value;
  if (!me.value) return null;
  return (
    <p class="who small">
      <span class="muted">
        {m.signedInAs(
          <a
            href={urlOf('/account', { site: query.site })}
            aria-current={path === '/account' ? 'page' : undefined}
          >
            <UserText>{me.value.user?.name ?? m.adminKey}</UserText>
          </a>,
        )}
      </span>
      {isFirstRun.value && (
        <button
          type="button"
          class="button button-small"
          onClick={() => {
            isSetupLater.value = false;
          }}
        >
          {m.makeAccount}
        </button>
      )}
    </p>
  );
}

import { replaceAddress } from './clean_address.js';
import { keep } from './internals.js';

const PARAMETER = 'll_team';

/** A link of the site's own people, `?ll_team=1`, marks what this browser sends from now on; `?ll_team=0` ends it. */
export const markTeam = (): void => {
  const mark = new URL(location.href).searchParams.get(PARAMETER);
  if (mark === null) return;
  keep('team', mark === '0' ? '' : '1');
  replaceAddress(PARAMETER);
};

import { errorText } from '../components/Notice.js';
import { toast } from '../components/toast.js';
import { ApiError } from '../http.js';

/** Does it, says where it failed, and reads anew what there is by then. */
export async function attempt(run: () => Promise<unknown>, reload: () => void): Promise<void> {
  try {
    await run();
  } catch (cause) {
    if (!(cause instanceof ApiError)) throw cause;
    toast(errorText(cause), { isError: true });
  } finally {
    reload();
  }
}

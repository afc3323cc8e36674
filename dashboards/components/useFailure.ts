import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { type ApiError, session } from '../http.js';

/** What went wrong last. That a session had ended is over once there is one again. */
export function useFailure(): Signal<ApiError | undefined> {
  const error = useSignal<ApiError | undefined>(undefined);
  useSignalEffect(() => {
    if (session.value === 'in' && error.peek()?.failure === 'signed_out') error.value = undefined;
  });
  return error;
}

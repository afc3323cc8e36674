import type { ComponentChildren } from 'preact';
import type { ApiError } from '../http.js';
import { ErrorNotice, Skeleton, StaleNotice } from './Notice.js';

interface LoadedProps<T> {
  /** As `useLiveRecord` has it. */
  list: { record: T | null | undefined; error: ApiError | undefined; retry: () => void };
  children: (record: T) => ComponentChildren;
}

/** What was read, or that it is being read, or why it could not be. */
export function Loaded<T>({ list: { record, error, retry }, children }: LoadedProps<T>) {
  if (!record) return error ? <ErrorNotice error={error} retry={retry} /> : <Skeleton lines={3} />;
  return (
    <>
      {error && <StaleNotice error={error} />}
      {children(record)}
    </>
  );
}

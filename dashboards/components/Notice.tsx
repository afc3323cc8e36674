import type { ComponentChildren } from 'preact';
import type { ApiError } from '../http.js';
import { sayDetail } from '../i18n/details/say.js';
import { detailWords, formatTag, messages } from '../i18n/locale.js';
import { Icon } from './Icon.js';

export function errorText({ failure, code, message, details, beside }: ApiError): string {
  const { errors } = messages.value;
  const said: Partial<Record<string, string>> = errors.codes;
  if (said[code]) return said[code];
  const number = (value: number) => value.toLocaleString(formatTag.value);
  switch (failure) {
    case 'offline':
      return errors.offline;
    case 'unavailable':
      return code === 'store_down' ? errors.storeDown : errors.unavailable;
    case 'limited':
      return beside.retryAfterSeconds
        ? errors.limitedFor(Math.ceil(beside.retryAfterSeconds / 60))
        : errors.limited;
    case 'forbidden':
      return errors.forbidden;
    case 'not_found':
      return errors.notFound;
    case 'conflict':
      return errors.conflict;
    case 'signed_out':
      return errors.signedOut;
    case 'invalid':
      return errors.invalid(
        details.map((detail) => sayDetail(detail, detailWords.value, number)).join(' ') || message,
      );
  }
}

/** Something went wrong; with `retry` also what to do about it. */
export function ErrorNotice({ error, retry }: { error: ApiError; retry?: (() => void) | undefined }) {
  return (
    <div class="notice notice-error" role="alert">
      <Icon name="alert" />
      <p>{errorText(error)}</p>
      {retry && (
        <button type="button" class="button" onClick={retry}>
          {messages.value.retry}
        </button>
      )}
    </div>
  );
}

/** What is shown is still there, but may be old; or it is the last that the reader was let see. */
export function StaleNotice({ error }: { error: ApiError }) {
  if (error.failure === 'forbidden') return <ErrorNotice error={error} />;
  return (
    <div class="notice notice-quiet" role="status">
      <Icon name="alert" />
      <p>{messages.value.errors.stale}</p>
    </div>
  );
}

/** Stands for content that is being read; shows itself only when that takes a moment. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  return (
    <div class="skeleton" role="status">
      <span class="hidden-text">{messages.value.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} class="skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}

export function EmptyState({ children }: { children: ComponentChildren }) {
  return <div class="empty">{children}</div>;
}

import { signal } from '@preact/signals';

export interface Toast {
  id: number;
  text: string;
  /** @throws ApiError, which is shown in its place */
  undo?: (() => unknown) | undefined;
  isError: boolean;
}

/** What was just done, the newest last. */
export const toasts = signal<readonly Toast[]>([]);

const TOASTS_MAX = 5;
let last = 0;

interface ToastOptions extends Pick<Toast, 'undo'> {
  isError?: boolean;
}

/**
 * Says what was done, over whatever page is open, and offers to undo it.
 *
 * @example toast(m.removed(name), { undo: () => restore(record) })
 */
export function toast(text: string, { undo, isError = false }: ToastOptions = {}): void {
  last += 1;
  toasts.value = [...toasts.peek(), { id: last, text, undo, isError }].slice(-TOASTS_MAX);
}

export function closeToast(id: number): void {
  toasts.value = toasts.peek().filter((one) => one.id !== id);
}

// For tests: as much of a browser's tab as what is live knows of it.
import { vi } from 'vitest';

/** A document, its window, and the streams that were opened in it. */
export class Tab extends EventTarget {
  hidden = false;
  readonly window = new EventTarget();
  readonly streams: FakeStream[] = [];

  constructor() {
    super();
    const { streams } = this;
    vi.stubGlobal('document', this);
    vi.stubGlobal('addEventListener', this.window.addEventListener.bind(this.window));
    vi.stubGlobal(
      'EventSource',
      class extends FakeStream {
        constructor(url: string) {
          super(url);
          streams.push(this);
        }
      },
    );
  }

  get open(): FakeStream[] {
    return this.streams.filter(({ isClosed }) => !isClosed);
  }

  show(visible: boolean): void {
    this.hidden = !visible;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

export class FakeStream extends EventTarget {
  isClosed = false;

  constructor(readonly url: string) {
    super();
  }

  opens(): void {
    this.dispatchEvent(new Event('open'));
  }

  fails(): void {
    this.dispatchEvent(new Event('error'));
  }

  says(queries: string[], kinds: string[] = []): void {
    this.dispatchEvent(new MessageEvent('changed', { data: JSON.stringify({ queries, kinds }) }));
  }

  close(): void {
    this.isClosed = true;
  }
}

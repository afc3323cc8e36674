import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Queue } from './queue/queue.js';
import type { Writer } from './queue/writer.js';

/** From the cheapest fsync to a browser's patience. */
const ACK_BUCKETS_S = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The figures that `GET /metrics` tells, in Prometheus' terms. None has a label that a stranger could make up. */
export class Metrics {
  readonly registry = new Registry();
  readonly #accepted = this.#counter('leadline_events_accepted_total', 'Events acknowledged.', ['site']);
  readonly #dropped = this.#counter(
    'leadline_events_dropped_total',
    'Events refused one by one, by the step that refused them and its reason.',
    ['step', 'reason'],
  );
  readonly #errors = this.#counter('leadline_errors_total', 'Requests answered with an error.', ['code']);
  readonly #jobs = this.#counter(
    'leadline_job_failures_total',
    'Attempts of background work that failed here and will be tried again.',
    ['job'],
  );
  readonly #clicksLost = this.#counter(
    'leadline_clicks_lost_total',
    'Clicks of tracked links that led on but could not be recorded.',
    [],
  );
  readonly #acks = new Histogram({
    name: 'leadline_ack_seconds',
    help: 'From the arrival of a batch until it was durable.',
    buckets: ACK_BUCKETS_S,
    registers: [this.registry],
  });

  #counter<Label extends string>(name: string, help: string, labelNames: Label[]): Counter<Label> {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  acknowledged(site: string, events: number, ms: number): void {
    this.#accepted.inc({ site }, events);
    this.#acks.observe(ms / 1_000);
  }

  dropped(step: string, reason: string, events = 1): void {
    this.#dropped.inc({ step, reason }, events);
  }

  failed(code: string): void {
    this.#errors.inc({ code });
  }

  clickLost(): void {
    this.#clicksLost.inc();
  }

  jobFailed(job: string): void {
    this.#jobs.inc({ job });
  }

  /** Asks for a figure when the figures are asked for. */
  gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.set(read());
      },
    });
  }

  watchQueue(queue: Pick<Queue, 'status'>): void {
    this.gauge(
      'leadline_queue_backlog_bytes',
      'Bytes that wait for ClickHouse.',
      () => queue.status().backlogBytes,
    );
    this.gauge(
      'leadline_queue_lag_seconds',
      'Age of the oldest row that waits for ClickHouse.',
      () => queue.status().lagMs / 1_000,
    );
  }

  watchWriter({ stats }: Pick<Writer, 'stats'>): void {
    this.#total('leadline_rows_inserted_total', 'Rows stored in ClickHouse.', () => stats().insertedRows);
    this.#total(
      'leadline_rows_poison_total',
      'Rows that ClickHouse will never take, each now a refused event.',
      () => stats().poisonRows,
    );
    this.#total(
      'leadline_inserts_failed_total',
      'Inserts that failed and were or will be tried again.',
      () => stats().failedInserts,
    );
    this.#total(
      'leadline_queue_damaged_segments_total',
      "Files of the queue that could not be read in full, kept in the queue's folder damaged.",
      () => stats().damagedSegments,
    );
    this.gauge(
      'leadline_writer_retrying_seconds',
      'For how long nothing could be stored; 0: all is well.',
      () => {
        const { retryingSince } = stats();
        return retryingSince === undefined ? 0 : Math.max(0, Date.now() - retryingSince) / 1_000;
      },
    );
  }

  /** A count that somebody else keeps. */
  #total(name: string, help: string, read: () => number): void {
    new Counter({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.reset();
        this.inc(read());
      },
    });
  }
}

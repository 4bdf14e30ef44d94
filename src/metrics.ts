import { Counter, Histogram, Registry } from 'prom-client';
import type { Handled } from './app/ports.js';

/** What is counted while the program runs: how many messages, how long they took, never what they say. */
export interface Metrics {
  count(handled: Handled): void;
  /** Everything counted, as Prometheus reads it. */
  text(): Promise<string>;
}

/** Seconds: a turn takes a millisecond, one that reads a file up to 20 seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 20];

export function openMetrics(): Metrics {
  const registry = new Registry();
  const turns = new Histogram({
    name: 'shenbao_turn_seconds',
    help: 'Time from taking a message up to its answer being on disk',
    labelNames: ['channel'],
    buckets: BUCKETS,
    registers: [registry],
  });
  const failures = new Counter({
    name: 'shenbao_turn_failures_total',
    help: 'Messages that a fault of the program kept from being handled',
    labelNames: ['channel'],
    registers: [registry],
  });
  return {
    count({ channel, ms, isFailed }) {
      turns.observe({ channel }, ms / 1000);
      failures.inc({ channel }, isFailed ? 1 : 0);
    },
    text: () => registry.metrics(),
  };
}

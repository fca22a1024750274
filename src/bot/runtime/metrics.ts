/** What is counted and timed, in the text format of Prometheus; the numbers of the process itself included. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

type Labels<Name extends string> = Readonly<Record<Name, string>>;

export type Metrics = {
  /** Answers what counts: `counted({ outcome: 'done' })`. Names get `steward_` in front. */
  readonly counter: <L extends string>(
    name: string,
    help: string,
    labels: readonly L[],
  ) => (at: Labels<L>, by?: number) => void;
  /** Answers what times; observe seconds. */
  readonly timer: <L extends string>(
    name: string,
    help: string,
    labels: readonly L[],
  ) => (at: Labels<L>, seconds: number) => void;
  /** Asked whenever somebody looks; one number for each set of labels. */
  readonly gauge: <L extends string>(
    name: string,
    help: string,
    labels: readonly L[],
    read: () => Promise<readonly { readonly at: Labels<L>; readonly value: number }[]>,
  ) => void;
  readonly text: () => Promise<string>;
  readonly contentType: string;
};

/** The platforms give three seconds for an answer; the buckets show how near we come. */
const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10];

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const common = <L extends string>(name: string, help: string, labels: readonly L[]) => ({
    ...{ name: `steward_${name}`, help, labelNames: [...labels], registers: [registry] },
  });
  return {
    counter: (name, help, labels) => {
      const counter = new Counter(common(name, help, labels));
      return (at, by = 1) => counter.inc(at, by);
    },
    timer: (name, help, labels) => {
      const histogram = new Histogram({ ...common(name, help, labels), buckets: seconds });
      return (at, took) => histogram.observe(at, took);
    },
    gauge: (name, help, labels, read) => {
      new Gauge({
        ...common(name, help, labels),
        async collect() {
          this.reset();
          for (const { at, value } of await read()) this.set(at, value);
        },
      });
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

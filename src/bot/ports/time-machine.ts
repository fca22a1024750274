/** The product's clock as something that can be moved: by the playground's control and by `POST /test/clock`. */
export interface TimeMachine {
  now(): Date;
  /** Lets time pass up to `target`, doing on the way everything that becomes due, each at its own moment. `pending` counts what is due and still not done or not sent. */
  travel(target: Date): Promise<{ readonly now: Date; readonly pending: number }>;
}

/** Messages on which a press is being answered: the platform refuses to edit them meanwhile (code 11310), so edits wait for our own answer. */

/** The answer has to reach the platform before it lets go of the card. */
const onItsWayMs = 50;

export class InFlight {
  readonly #presses = new Map<string, Promise<unknown>>();

  /** Answers as `answering` does. */
  async during<T>(message: string | undefined, answering: Promise<T>): Promise<T> {
    if (message === undefined) return answering;
    const over = answering
      .catch(() => undefined)
      .then(() => new Promise((resolve) => setTimeout(resolve, onItsWayMs).unref()))
      .finally(() => {
        if (this.#presses.get(message) === over) this.#presses.delete(message);
      });
    this.#presses.set(message, over);
    return answering;
  }

  async over(message: string): Promise<void> {
    await this.#presses.get(message);
  }
}

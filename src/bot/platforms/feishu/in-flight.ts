/** Messages on which a press is being answered: the platform refuses to edit them meanwhile (code 11310), so edits wait for our own answer. */
export class InFlight {
  readonly #presses = new Map<string, Promise<unknown>>();

  /** `answered` ends when the answer has left us. An edit that overtakes it on the wire is refused and tried again. */
  hold(message: string, answered: Promise<unknown>): void {
    const over = answered
      .catch(() => undefined)
      .finally(() => {
        if (this.#presses.get(message) === over) this.#presses.delete(message);
      });
    this.#presses.set(message, over);
  }

  async over(message: string): Promise<void> {
    await this.#presses.get(message);
  }
}

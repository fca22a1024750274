/** Resolves with nothing after so many milliseconds; keeps no process alive. */
export function afterwards(ms: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), ms).unref();
  });
}

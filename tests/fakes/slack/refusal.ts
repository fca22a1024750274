/** An answer of the Web API with `ok: false`. */
import type { Json } from './checker/checks.ts';

export class Refusal extends Error {
  readonly extra: Json;
  constructor(error: string, extra: Json = {}) {
    super(error);
    this.extra = extra;
  }
}

/** Structured logging, as every room sees it. Never a token, never the words of a person. */
export interface Log {
  debug(facts: Record<string, unknown>, message: string): void;
  info(facts: Record<string, unknown>, message: string): void;
  warn(facts: Record<string, unknown>, message: string): void;
  error(facts: Record<string, unknown>, message: string): void;
  child(facts: Record<string, unknown>): Log;
}

/** The one HTTP server, as seen by whoever has a route on it. */
import type { IncomingMessage, ServerResponse } from 'node:http';

export type RawHandler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export interface HttpDoor {
  /** Answers `POST path` with this handler; everything else on the path is 405. The body has not been read. */
  readonly mount: (path: string, handler: RawHandler) => void;
}

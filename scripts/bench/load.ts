/** Sends prepared gestures over keep-alive sockets, as light as it can be: the load generator shares the machine with what it measures. */
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Gesture } from './gestures.ts';

export type Answers = {
  /** Milliseconds from the moment it was due to the end of its answer, in order of sending. */
  readonly times: readonly number[];
  readonly failures: number;
  readonly tookMs: number;
};

type Turn = { readonly resolve: (status: number) => void; readonly reject: (error: Error) => void };

/** One connection, one request at a time. */
class Line {
  readonly #socket: Socket;
  #turn: Turn | undefined;
  #text = '';

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.setEncoding('latin1');
    socket.on('data', (part: string) => this.#read(part));
    socket.on('error', (error) => this.#turn?.reject(error));
    socket.on('close', () => this.#turn?.reject(new Error('the connection was closed')));
  }

  static async open(port: number): Promise<Line> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return new Line(socket);
  }

  ask(bytes: Buffer): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#turn = { resolve, reject };
      this.#socket.write(bytes);
    });
  }

  close(): void {
    this.#turn = undefined;
    this.#socket.destroy();
  }

  #read(part: string): void {
    this.#text += part;
    const end = this.#text.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.#text.slice(0, end).toLowerCase();
    const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1];
    const whole =
      length === undefined ? this.#text.endsWith('0\r\n\r\n') : this.#text.length >= end + 4 + Number(length);
    if (!whole) return;
    const turn = this.#turn;
    this.#text = '';
    this.#turn = undefined;
    turn?.resolve(Number(head.slice(9, 12)));
  }
}

function bytesOf({ path, head, body }: Gesture): Buffer {
  const length = Buffer.byteLength(body);
  return Buffer.from(`POST ${path} HTTP/1.1\r\nhost: bench\r\n${head}content-length: ${length}\r\n\r\n${body}`);
}

async function lines(port: number, count: number): Promise<Line[]> {
  return Promise.all(Array.from({ length: count }, () => Line.open(port)));
}

/** As fast as they are answered, `atOnce` at a time, for `forMs` or until none are left. Answers how many were answered a second. */
export async function saturate(
  port: number,
  gestures: readonly Gesture[],
  forMs: number,
  atOnce = 16,
): Promise<number> {
  const bytes = gestures.map(bytesOf);
  const open = await lines(port, atOnce);
  const began = performance.now();
  let next = 0;
  let done = 0;
  const work = async (line: Line): Promise<void> => {
    while (next < bytes.length && performance.now() - began < forMs) {
      const status = await line.ask(bytes[next++] as Buffer);
      if (status === 200) done += 1;
    }
  };
  await Promise.all(open.map(work));
  const tookMs = performance.now() - began;
  for (const line of open) line.close();
  return (done / tookMs) * 1000;
}

/** At an even pace whatever the answers take: a late answer does not delay the next question. */
export async function evenly(port: number, gestures: readonly Gesture[], perSecond: number): Promise<Answers> {
  const bytes = gestures.map(bytesOf);
  const free = await lines(port, 24);
  const all = [...free];
  const another = async (): Promise<Line> => {
    const line = await Line.open(port);
    all.push(line);
    return line;
  };
  const began = performance.now();
  const times: number[] = [];
  let failures = 0;
  const going: Promise<void>[] = [];
  for (const [n, one] of bytes.entries()) {
    const due = began + (n * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0.5) await pause(wait);
    const line = free.pop() ?? (await another());
    const sentAt = Math.max(due, performance.now());
    going.push(
      line.ask(one).then(
        (status) => {
          times.push(performance.now() - sentAt);
          if (status !== 200) failures += 1;
          free.push(line);
        },
        () => {
          failures += 1;
        },
      ),
    );
  }
  await Promise.all(going);
  for (const line of all) line.close();
  return { times, failures, tookMs: performance.now() - began };
}

/** One at a time on this machine, even between processes. The kernel keeps the lock and drops it when its holder dies. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Runs `work` while nobody else on this machine works under the same name; waits for its turn. */
export async function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  const address = addressOf(name);
  const lock = await acquire(address);
  try {
    return await work();
  } finally {
    await lock.release();
  }
}

type Lock = { readonly release: () => Promise<void> };

async function acquire(address: string): Promise<Lock> {
  for (;;) {
    const lock = await tryAcquire(address);
    if (lock) return lock;
    await untilReleased(address);
  }
}

async function tryAcquire(address: string): Promise<Lock | undefined> {
  const waiting = new Set<Socket>();
  const server = createServer((socket) => {
    waiting.add(socket);
    socket.on('error', () => waiting.delete(socket));
  });
  if (!(await listens(server, address))) return undefined;
  const release = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of waiting) socket.destroy();
    await closed;
  };
  return { release };
}

function listens(server: Server, address: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('listening', () => resolve(true));
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    server.listen({ path: address });
  });
}

/** The holder keeps the connection open until it is done; a dead holder's socket file refuses and is cleared away. */
function untilReleased(address: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ path: address });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' && path.isAbsolute(address)) rmSync(address, { force: true });
    });
    socket.on('close', () => resolve());
  });
}

/** Linux has sockets without a file, Windows has pipes: both vanish with their process. Elsewhere it is a socket file. */
function addressOf(name: string): string {
  const short = `steward-${createHash('sha256').update(name).digest('hex').slice(0, 24)}`;
  if (process.platform === 'linux') return `\0${short}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${short}`;
  return path.join(tmpdir(), `${short}.sock`);
}

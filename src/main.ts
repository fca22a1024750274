/** `npm start`. What was compiled once is kept for the next start; everything else is in `run.ts`. */
import { enableCompileCache } from 'node:module';

// https://nodejs.org/docs/latest-v24.x/api/module.html#moduleenablecompilecachecachedir
enableCompileCache();
await import('./run.ts');

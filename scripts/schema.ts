/** Development tool: `npm run schema` writes the JSON Schema of the firm file, which editors check `steward.yaml` against. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { firmFileSchema } from '../src/bot/runtime/firm-file/json-schema.ts';

const file = path.join(path.dirname(import.meta.dirname), 'config', 'steward.schema.json');
writeFileSync(file, firmFileSchema());
console.log(`Wrote ${path.relative(process.cwd(), file)}.`);

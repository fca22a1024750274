/** The JSON Schema of the firm file, for editors. */
import { z } from 'zod';
import { firmFileShape } from './shape.ts';

/** What a person may write: settings with a default may be left out. */
export function firmFileSchema(): string {
  const schema = z.toJSONSchema(firmFileShape, { io: 'input' });
  return `${JSON.stringify({ title: 'steward.yaml', ...schema }, undefined, 2)}\n`;
}

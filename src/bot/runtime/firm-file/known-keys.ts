/** Which settings a shape knows at a place inside it, to propose one for a slip of the hand. */
import { z } from 'zod';

export function knownKeys(shape: z.core.$ZodType, path: readonly (string | number)[]): readonly string[] {
  const places = path.reduce<readonly z.core.$ZodType[]>(
    (shapes, step) => shapes.flatMap((outer) => inside(outer, step)),
    alternatives(shape),
  );
  return [...new Set(places.flatMap((place) => (place instanceof z.ZodObject ? Object.keys(place.shape) : [])))];
}

function inside(shape: z.core.$ZodType, step: string | number): readonly z.core.$ZodType[] {
  if (shape instanceof z.ZodArray) return alternatives(shape.element);
  if (shape instanceof z.ZodRecord) return alternatives(shape.valueType);
  if (!(shape instanceof z.ZodObject)) return [];
  const inner: unknown = shape.shape[String(step)];
  return inner instanceof z.core.$ZodType ? alternatives(inner) : [];
}

/** Looks through what is optional or has a default, and at every branch of a choice. */
function alternatives(shape: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (shape instanceof z.ZodOptional || shape instanceof z.ZodDefault) return alternatives(shape.def.innerType);
  if (shape instanceof z.ZodUnion) return shape.options.flatMap((option) => alternatives(option));
  return [shape];
}

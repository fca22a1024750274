/** Reports written before there were cycles: one per person and week, read by the department it names. */

/** Asked by nobody: somebody who was in no department. */
const NO_CYCLE = '-';

export function upgradedProgress(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || 'cycle' in body || !('week' in body)) return body;
  const { week, department = NO_CYCLE, ...rest } = body as { readonly week: unknown; readonly department?: unknown };
  return { ...rest, cycle: department, template: 'weekly', period: week };
}

/** The service catalogue of the firm file. */
import type { IntakeField, Service } from '../../../domain/firm.ts';
import type { DepartmentId, FlowId, ServiceId } from '../../../domain/ids.ts';
import { type Context, checkReference, checkUnique, localized } from './context.ts';
import type { Path } from './places.ts';
import { targets } from './sla.ts';
import type { Placed, Reader } from './reading.ts';
import { type FieldShape, serviceShape } from './shape.ts';

/** What every request has besides the fields of its service; a field of the same name would hide it. */
const alwaysThere = ['title', 'priority', 'client'];

export function readServices(reader: Reader, context: Context): readonly Placed<Service>[] {
  const { complain, ids } = context;
  const found = reader.many('services', serviceShape);
  checkUnique(
    found.map(({ path, value }) => ({ path: [...path, 'id'], key: value.id })),
    (key) => `the service “${key}” is there twice`,
    'ids are unique: rename one',
    complain,
  );
  return found.map(({ path, value }) => {
    checkReference(value.team, 'department', ids.departments, [...path, 'team'], complain);
    checkReference(value.approval, 'approval', ids.flows, [...path, 'approval'], complain);
    const service: Service = {
      id: value.id as ServiceId,
      name: localized(value.name),
      team: value.team as DepartmentId,
      fields: fieldsOf(value.fields, [...path, 'fields'], context),
      ...(value.sla === undefined ? {} : { sla: targets(value.sla, [...path, 'sla'], context) }),
      ...(value.for === 'staff' ? { internal: true } : {}),
      ...(value.approval === undefined ? {} : { approval: value.approval as FlowId }),
    };
    return { path, key: value.id, value: service };
  });
}

function fieldsOf(shapes: readonly FieldShape[], path: Path, { complain }: Context): readonly IntakeField[] {
  checkUnique(
    shapes.map(({ id }, index) => ({ path: [...path, index, 'id'], key: id })),
    (key) => `the field “${key}” is there twice`,
    'ids are unique within a service: rename one',
    complain,
  );
  return shapes.map((shape, index) => {
    const here = [...path, index];
    if (alwaysThere.includes(shape.id))
      complain([...here, 'id'], `every request has its ${shape.id} anyway`, 'choose another id');
    return field(shape, here, { complain });
  });
}

function field(shape: FieldShape, path: Path, { complain }: Pick<Context, 'complain'>): IntakeField {
  const asked = { id: shape.id, label: localized(shape.label), required: shape.required };
  if (shape.type === 'number') {
    const { min, max } = shape;
    if (min !== undefined && max !== undefined && min > max)
      complain([...path, 'max'], `max ${max} is less than min ${min}`, 'swap them');
    return { ...asked, type: 'number', ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  }
  if (shape.type !== 'choice') return { ...asked, type: shape.type };
  const options = shape.options.map(String);
  checkUnique(
    options.map((key, index) => ({ path: [...path, 'options', index], key })),
    (key) => `the option “${key}” is there twice`,
    'remove one',
    complain,
  );
  return { ...asked, type: 'choice', options };
}

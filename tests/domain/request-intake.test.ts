/** What makes a request: a title, good answers, and people who can be asked. */
import { expect, test } from 'vitest';
import type { Firm, Service } from '../../src/domain/firm.ts';
import type { FlowId } from '../../src/domain/ids.ts';
import { checkIntake } from '../../src/domain/request-intake.ts';
import { ann, firm, flow, li, research, stage, wang } from './firm.ts';

const naming = { ...flow(stage({ approvers: [{ by: 'field', field: 'background' }] })), id: 'naming' as FlowId };
const service: Service = { ...research, approval: naming.id };
const where: Firm = { ...firm, flows: new Map([[naming.id, naming]]) };
const check = (background: string) => checkIntake(service, { title: '招聘', background }, 'title', wang.id, where);

test('an answer that names an approver names a colleague, by name or id, and not whoever asks', () => {
  expect(check(li.name)).toMatchObject({ title: '招聘', answers: { background: li.name } });
  expect(check(li.id)).toMatchObject({ title: '招聘' });
  for (const nobody of ['Raj Patell', wang.name, ann.name])
    expect(check(nobody)).toEqual({ problems: { background: { why: 'not-a-colleague' } } });
});

test('title and answers are all looked at before anybody is told', () => {
  expect(checkIntake(service, { title: ' ' }, 'title', wang.id, where)).toEqual({
    problems: { title: { why: 'missing' }, background: { why: 'missing' } },
  });
});

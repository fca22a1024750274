/** The language of approval flows: every word of it is read for what it says, and a mistake is named with its place and its remedy. */
import { expect, test } from 'vitest';
import { parseFirm } from '../../src/bot/runtime/firm-file/read.ts';
import type { Flow } from '../../src/domain/firm.ts';
import { good, problemsOf } from './firm-text.ts';

const hour = 3_600_000;

const stage = 'approvers: [department-head], when: budget > 5';

function flowOf(text: string): Flow | undefined {
  return [...parseFirm(text, 'steward.yaml').flows.values()][0];
}

test('a flow that says only who decides leaves the rest to the usual', () => {
  expect(flowOf(good.replace(', when: budget > 5', ''))).toEqual({
    id: 'flow',
    stages: [{ name: { 'zh-CN': '一', 'en-US': '一' }, approvers: [{ by: 'department-head' }], rule: 'any', cc: [] }],
    cc: [],
    nobody: [],
    escalation: 'add',
  });
});

test('a flow that says everything is read word for word', () => {
  const approvals = `approvals:
  flow:
    stages:
      - name: { zh-CN: 部门, en-US: Department }
        approvers: [department-head, manager-of-requester, management, "person:li", "field:budget"]
        rule: { atLeast: 2 }
        when: budget > 5
        autoApproveWhen: budget < 100 || client == "globex"
        skip: already-approved
        dependsOn: [budget, title, priority, client]
        askAgain: always
        cc: [pm, "person:zhao"]
    remindAfter: 4h
    escalateAfter: 1d
    escalation: replace
    nobody: ["person:li"]
    cc: [management]
`;
  expect(flowOf(good.replace(/^approvals:.*\n/m, approvals))).toEqual({
    id: 'flow',
    stages: [
      {
        name: { 'zh-CN': '部门', 'en-US': 'Department' },
        approvers: [
          { by: 'department-head' },
          { by: 'manager-of-requester' },
          { by: 'role', role: 'management' },
          { by: 'person', person: 'li' },
          { by: 'field', field: 'budget' },
        ],
        rule: { atLeast: 2 },
        when: 'budget > 5',
        autoApprove: 'budget < 100 || client == "globex"',
        skip: 'already-approved',
        dependsOn: ['budget', 'title', 'priority', 'client'],
        askAgain: 'always',
        cc: [
          { by: 'role', role: 'pm' },
          { by: 'person', person: 'zhao' },
        ],
      },
    ],
    remindAfterMs: 4 * hour,
    escalateAfterMs: 7.5 * hour,
    escalation: 'replace',
    nobody: [{ by: 'person', person: 'li' }],
    cc: [{ by: 'role', role: 'management' }],
  });
});

test.each(['any', 'all', 'in-order'])('the rule %s is read', (rule) => {
  expect(flowOf(good.replace('when:', `rule: ${rule}, when:`))?.stages[0]?.rule).toBe(rule);
});

test.each([
  [
    '[department-head]',
    '[departmenthead]',
    'approvals.flow.stages[0].approvers[0], 10:55: “departmenthead” is nobody who could approve → did you mean department-head?',
  ],
  [
    '[department-head]',
    '[auditor]',
    'approvals.flow.stages[0].approvers[0], 10:55: nobody has the role auditor → give it to somebody: roles: [auditor]',
  ],
  [
    '[department-head]',
    '["person:joe"]',
    'approvals.flow.stages[0].approvers[0], 10:55: there is no person “joe” → known here: li, zhao, ann',
  ],
  [
    '[department-head]',
    '["field:boss"]',
    'approvals.flow.stages[0].approvers[0], 10:55: the service research, which uses this approval, has no field “boss” → known here: budget',
  ],
  [
    ', head: li',
    '',
    'approvals.flow.stages[0].approvers[0], 10:55: department-head is asked for research, but the department strategy has no head → add head: to strategy',
  ],
  [
    'budget > 5',
    'budgt > 5',
    'approvals.flow.stages[0].when, 10:79: “budgt > 5” asks for budgt, which no request has → did you mean budget?',
  ],
  [
    'budget > 5',
    'budget = 5',
    'approvals.flow.stages[0].when, 10:79: “budget = 5” cannot be read at character 8: Unexpected character: = → equality is written ==',
  ],
  [
    'budget > 5',
    'budget > "5"',
    'approvals.flow.stages[0].when, 10:79: “budget > "5"” compares things of different kinds → numbers without quotes, words in quotes: region == "华东"',
  ],
  [
    'budget > 5',
    'budget',
    'approvals.flow.stages[0].when, 10:79: “budget” is not a question but a number → compare it: budget >= 100000',
  ],
  [
    '[ { name: 一, approvers: [department-head], when: budget > 5 } ]',
    '[]',
    'approvals.flow.stages, 10:22: it is empty → give it a value',
  ],
  [
    '[department-head]',
    '["person:ann"]',
    'approvals.flow.stages[0].approvers[0], 10:55: ann is a client’s contact → only people of the firm approve, and are told of it',
  ],
  [
    'when: budget > 5',
    'cc: ["person:joe"]',
    'approvals.flow.stages[0].cc[0], 10:78: there is no person “joe” → known here: li, zhao, ann',
  ],
  [
    'stages: [',
    'cc: [managment], stages: [',
    'approvals.flow.cc[0], 10:27: “managment” is nobody who could approve → did you mean management?',
  ],
  [
    'stages: [',
    'nobody: ["person:joe"], stages: [',
    'approvals.flow.nobody[0], 10:31: there is no person “joe” → known here: li, zhao, ann',
  ],
  [
    'when: budget > 5',
    'dependsOn: [title, budgt]',
    'approvals.flow.stages[0].dependsOn[1], 10:92: no request has a field “budgt” → did you mean budget?',
  ],
  [
    'when: budget > 5',
    'autoApproveWhen: cost < 5',
    'approvals.flow.stages[0].autoApproveWhen, 10:90: “cost < 5” asks for cost, which no request has → known here: priority, client, budget, segment',
  ],
  [
    stage,
    'approvers: ["person:li", "person:zhao"], rule: { atLeast: 3 }',
    'approvals.flow.stages[0].rule, 10:84: 3 are wanted, but only 2 are asked → ask more, or want fewer',
  ],
  [
    stage,
    'approvers: ["person:li", "person:li"], rule: { atLeast: 2 }',
    'approvals.flow.stages[0].rule, 10:82: 2 are wanted, but only 1 is asked → ask more, or want fewer',
  ],
  [
    'when:',
    'rule: inorder, when:',
    'approvals.flow.stages[0].rule, 10:79: “inorder” is not possible here → did you mean in-order?',
  ],
  [
    'when:',
    'rule: most, when:',
    'approvals.flow.stages[0].rule, 10:79: “most” is not possible here → write any, all, in-order, or a block as in the example',
  ],
  [
    'when:',
    'rule: 2, when:',
    'approvals.flow.stages[0].rule, 10:79: 2 is not possible here → write any, all, in-order, or a block as in the example',
  ],
  [
    'when:',
    'rule: { atLeast: 0 }, when:',
    'approvals.flow.stages[0].rule.atLeast, 10:90: it is less than 1 → at least 1',
  ],
  [
    'when:',
    'rule: { atLeast: 1, of: 3 }, when:',
    'approvals.flow.stages[0].rule.of, 10:97: there is no such setting here → known here: atLeast',
  ],
  [
    'when:',
    'skip: approved, when:',
    'approvals.flow.stages[0].skip, 10:79: “approved” is not possible here → known here: already-approved',
  ],
  [
    'when:',
    'askAgain: yes, when:',
    'approvals.flow.stages[0].askAgain, 10:83: “yes” is not possible here → known here: always',
  ],
  [
    'stages: [',
    'escalation: both, stages: [',
    'approvals.flow.escalation, 10:34: “both” is not possible here → known here: add, replace',
  ],
  [
    'stages: [',
    'escalateAfter: 1d calendar, stages: [',
    'approvals.flow.escalateAfter, 10:37: this is counted in working time → write 1d',
  ],
])('instead of “%s”, “%s” is answered with its place and a remedy', (right, wrong, answer) => {
  expect(problemsOf(good.replace(right, wrong))).toEqual([answer]);
});

test('a wrong approver is said once, and not that there are too few as well', () => {
  const text = good.replace(stage, 'approvers: ["person:li", boss], rule: { atLeast: 2 }');
  expect(problemsOf(text)).toHaveLength(1);
  expect(problemsOf(good.replace(stage, 'approvers: [management], rule: { atLeast: 3 }'))).toEqual([]);
});

test('of a broken list of services it is not said that a flow speaks of a field that is missing there', () => {
  const text = good
    .replace('type: number', 'type: nubmer')
    .replace('when: budget > 5', 'when: cost > 5, dependsOn: [cost]');
  expect(problemsOf(text).map((problem) => problem.split(',')[0])).toEqual(['services[0].fields[0].type']);
});

/** What every record can be asked: who must act next, whose it is, and where it came from. */
import { describe, expect, test } from 'vitest';
import { reject, withdraw } from '../../src/domain/approval/approval.ts';
import { spineOf } from '../../src/domain/records.ts';
import type { RequestStatus } from '../../src/domain/request-state.ts';
import { agreed, asked, sentBack } from './approvals.ts';
import { yes } from './decisions.ts';
import { ann, by, chen, li, zhao } from './firm.ts';
import { later, requestIn, running, statuses } from './requests.ts';

describe('a request', () => {
  const holders: Readonly<Record<RequestStatus, readonly object[]>> = {
    new: [{ desk: 'strategy' }],
    'need-info': [{ person: 'ann' }],
    waiting: [{ person: 'ann' }],
    'in-approval': [],
    returned: [{ person: 'wang' }],
    'in-service': [{ person: 'wang' }],
    done: [],
    reopened: [{ person: 'wang' }],
    closed: [],
    declined: [],
    withdrawn: [],
  };

  test.each(statuses)('that is %s is held by who must act next, if anybody', (status) => {
    expect(spineOf(requestIn(status))).toMatchObject({
      ...{ kind: 'request', number: 'REQ-7', state: status, title: '新能源市场调研' },
      ...{ askedBy: 'ann', client: 'globex', holders: holders[status] },
    });
  });

  test('that is being revised still belongs to whoever works on it', () => {
    expect(spineOf(requestIn('returned')).owner).toBe('wang');
    expect(spineOf(requestIn('new'))).not.toHaveProperty('owner');
  });
});

describe('an approval', () => {
  test('is held by everybody whose turn it is, and comes from its request', () => {
    expect(spineOf(asked([li, chen]))).toMatchObject({
      ...{ kind: 'approval', number: 'APR-3', parent: 'REQ-7', state: 'running', client: 'globex' },
      ...{ owner: 'li', holders: [{ person: 'li' }, { person: 'chen' }] },
    });
  });

  test('that was sent back is held by nobody: its request is', () => {
    expect(spineOf(sentBack(running(), li))).toMatchObject({ state: 'returned', owner: 'li', holders: [] });
  });

  test('that has ended belongs to whoever moved it last', () => {
    expect(spineOf(agreed(running(), li, zhao))).toMatchObject({ state: 'approved', owner: 'zhao', holders: [] });
    expect(spineOf(yes(reject(running(), by(li), later(60), {}, 'no')))).toMatchObject({ owner: 'li', holders: [] });
  });

  test('that nobody moved belongs to whoever asked', () => {
    expect(spineOf(yes(withdraw(running(), ann.id, later(60))))).toMatchObject({ owner: 'ann', holders: [] });
  });
});

/** Two managers decide about a request: a rejection, a withdrawal, a late press, an old card pressed again. */
import { expect, test } from 'vitest';
import { approvalOf, asksFor, clientAsksFor, takes } from './beginnings.ts';
import { everywhere } from './everywhere.ts';

everywhere(({ people, world }) => {
  test('a rejection at the second stage tells the requester why and ends the request', async () => {
    const { wang, li, zhao } = people();
    const number = await asksFor('海外并购尽调', wang, { 预算: 900000 });
    await takes(number, li);
    const approval = approvalOf('海外并购尽调', li);
    await li.presses('同意', li.at(`${approval} ·`));

    await zhao.presses('Reject', zhao.at(`${approval} ·`));
    await zhao.fills({ Reason: 'Not this year' }, 'Reject');
    expect(zhao.card(`${approval} ·`).text).toMatch(/Rejected[\s\S]*Not this year/);
    expect(zhao.card(`${approval} ·`).buttons).toEqual([]);
    expect(li.card(`${approval} ·`).text).toMatch(/已驳回[\s\S]*Not this year/);
    expect(wang.card(`Zhao Min 驳回了 ${number}`, 'direct').text).toContain('Not this year');
    expect(wang.card(`${number} ·`, 'direct').text).toContain('不受理');
    expect(wang.card(`${number} ·`, 'direct').buttons).toEqual([]);
  });

  test('a rejection wants a reason', async () => {
    const { wang, li } = people();
    const number = await asksFor('园区规划', wang);
    await takes(number, li);
    const approval = approvalOf('园区规划', li);
    await li.presses('驳回', li.at(`${approval} ·`));
    await li.fills({ 原因: '  ' }, '驳回');
    expect(Object.values(li.problems())).toEqual(['请填写原因。']);
    expect(await world().rows('SELECT state FROM v_records WHERE number = $1', [approval])).toEqual([
      { state: 'running' },
    ]);
    await li.fills({ 原因: '预算未批' }, '驳回');
    expect(wang.card(`李强 驳回了 ${number}`, 'direct').text).toContain('预算未批');
  });

  test('a client whose request is rejected reads a kind sentence and never the approver’s words', async () => {
    const { wang, li, zhao, ann } = people();
    const number = await clientAsksFor('Pricing study', ann, { Budget: 300000 });
    await takes(number, wang);
    const approval = approvalOf('Pricing study', li);
    await li.presses('同意', li.at(`${approval} ·`));
    await zhao.presses('Reject', zhao.at(`${approval} ·`));
    await zhao.fills({ Reason: 'their margin is too thin' }, 'Reject');

    expect(ann.card(`cannot go ahead with ${number}`).text).toContain('account manager');
    expect(ann.card(`${number} ·`).text).toContain('Declined');
    const everSeen = [...ann.sees().map(({ text }) => text), ...ann.told(), ann.home()?.text ?? ''].join('\n');
    expect(everSeen).not.toContain('margin');
    expect(everSeen).not.toContain(approval);
    expect(everSeen).not.toContain('Zhao');
    expect(wang.card(`Zhao Min 驳回了 ${number}`).text).toContain('their margin is too thin');
  });

  test('an approval withdrawn by its requester ends, with no buttons left for its approver', async () => {
    const { wang, li } = people();
    const number = await asksFor('数字孪生', wang);
    await takes(number, li);
    const approval = approvalOf('数字孪生', li);
    await wang.presses('撤回', wang.at(`${number} ·`, 'direct'));
    expect(li.card(`${approval} ·`).text).toContain('已撤回');
    expect(li.card(`${approval} ·`).buttons).toEqual([]);
    expect(wang.card(`${number} ·`, 'direct').text).toContain('已撤回');
    expect(wang.told().at(-1)).toContain('已撤回');
  });

  test('a small budget asks the head of the department only', async () => {
    const { wang, li, zhao } = people();
    const number = await asksFor('门店选址', wang, { 预算: 99999 });
    await takes(number, li);
    const approval = approvalOf('门店选址', li);
    expect(li.card(`${approval} ·`).text).not.toContain('公司管理层');
    await li.presses('同意', li.at(`${approval} ·`));
    expect(wang.card(`${number} ·`, 'direct').text).toContain('服务中');
    expect(zhao.cards(approval)).toEqual([]);
  });

  test('nobody decides on their own request: the head’s own goes to management', async () => {
    const { li, zhao } = people();
    const number = await asksFor('部门年会', li, { 预算: 10 });
    await takes(number, li);
    const approval = approvalOf('部门年会', zhao);
    expect(li.cards(`${approval} ·`)).toEqual([]);
    expect(zhao.card(`${approval} ·`).text).toContain('nobody else was available');
    await zhao.presses('Approve', zhao.at(`${approval} ·`));
    expect(li.card(`${number} ·`, 'direct').text).toContain('服务中');
  });
});

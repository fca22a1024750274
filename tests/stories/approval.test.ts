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

  test('an approval withdrawn by its requester has no buttons left, and a press on it is told so', async () => {
    const { wang, li } = people();
    const number = await asksFor('数字孪生', wang);
    await takes(number, li);
    const approval = approvalOf('数字孪生', li);
    await li.presses('驳回', li.at(`${approval} ·`));
    await wang.presses('撤回', wang.at(`${number} ·`, 'direct'));
    expect(li.card(`${approval} ·`).text).toContain('已撤回');

    await li.fills({ 原因: '来晚了' }, '驳回');
    expect([...li.told(), ...Object.values(li.problems())].join('\n')).toContain('申请已撤回');
    expect(li.card(`${approval} ·`).buttons).toEqual([]);
    expect(wang.card(`${number} ·`, 'direct').text).toContain('已撤回');
  });

  test('whoever decides after it was decided hears by whom and when', async () => {
    const { wang, li, zhao } = people();
    const number = await asksFor('低空经济', wang, { 预算: 200000 });
    await takes(number, li);
    const approval = approvalOf('低空经济', li);
    await li.presses('驳回', li.at(`${approval} ·`));
    await li.presses('同意', li.at(`${approval} ·`));
    await zhao.presses('Approve', zhao.at(`${approval} ·`));
    await li.fills({ 原因: '还是不行' }, '驳回');
    const heard = [...li.told(), ...Object.values(li.problems())].join('\n');
    expect(heard).toMatch(/李强 已于 2026-11-25 10:\d\d 同意/);
    expect(wang.card(`${number} ·`, 'direct').text).toContain('服务中');
  });
});

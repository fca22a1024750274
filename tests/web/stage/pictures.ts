/** The cards and forms the scripted bot shows: rich enough to draw every block of the picture language. */
import type { Button, Card, Form, Step, Tone } from '../../../src/bot/cards/card.ts';

export const button = (label: string, intent: string, look: Button['look'] = 'plain'): Button => ({
  label,
  wish: { intent, input: { request: 'REQ-1' } },
  look,
});

export const stages = ['待接手', '审批中', '服务中', '已完成'] as const;
type Stage = (typeof stages)[number];

const tones: Readonly<Record<Stage, Tone>> = { 待接手: 'warning', 审批中: 'info', 服务中: 'info', 已完成: 'good' };

function steps(stage: Stage): readonly Step[] {
  const now = stages.indexOf(stage);
  const state = (at: number): Step['state'] => (at < now || stage === '已完成' ? 'done' : at === now ? 'now' : 'next');
  return stages.map((label, at) => ({ label, state: state(at) }));
}

export type Asked = { readonly title: string; readonly background: string; readonly budget: string };

export function requestCard(asked: Asked, stage: Stage, buttons: readonly Button[]): Card {
  return {
    title: asked.title,
    subtitle: `REQ-1 · ${stage}`,
    tone: tones[stage],
    summary: `REQ-1 ${asked.title}：${stage}`,
    blocks: [
      { type: 'steps', steps: steps(stage) },
      {
        type: 'facts',
        facts: [
          { label: '服务', value: ['市场调研'] },
          { label: '提出人', value: [{ strong: '王芳' }] },
          { label: '预算', value: [asked.budget] },
          {
            label: '首次响应期限',
            value: [{ moment: new Date('2026-11-24T02:40:00Z'), zone: 'Asia/Shanghai', style: 'date-time' }],
          },
        ],
      },
      { type: 'quote', text: asked.background },
      { type: 'aside', text: ['由战略部服务台处理，', { strong: '李强' }, ' 是下一位。'] },
      ...(buttons.length > 0 ? [{ type: 'buttons', buttons } as const] : []),
    ],
  };
}

export function intakeForm(title: string): Form {
  return {
    title: '申请服务',
    summary: '申请服务：请填写表单',
    intro: [{ type: 'paragraph', text: ['说清楚要什么，', { strong: '战略部服务台' }, '会在 30 分钟内回应。'] }],
    fields: [
      { id: 'title', type: 'text', label: '标题', required: true, maxLength: 200, value: title },
      {
        id: 'background',
        type: 'long-text',
        label: '业务背景',
        hint: '为什么现在需要？',
        required: true,
        maxLength: 10_000,
      },
      { id: 'due', type: 'date', label: '期望日期', required: false },
      { id: 'budget', type: 'number', label: '预算', required: false, min: 0 },
      {
        id: 'region',
        type: 'choice',
        label: '区域',
        required: false,
        options: ['华东', '华南', '海外'].map((value) => ({ value, label: value })),
      },
    ],
    submit: button('提交', 'request.submit', 'primary'),
  };
}

const grades = ['很不满意', '不满意', '一般', '满意', '很满意'].map((label, at) => ({ value: String(at + 1), label }));

export function surveyForm(): Form {
  return {
    title: 'How did we do?',
    summary: 'Please rate the market study',
    fields: [
      { id: 'quality', type: 'scale', label: '服务质量', required: true, options: grades },
      { id: 'comment', type: 'long-text', label: '意见', required: false, maxLength: 2_000 },
    ],
    submit: button('提交', 'survey.answer', 'primary'),
    others: [button('这次不评', 'survey.skip')],
  };
}

export function helpCard(): Card {
  const item = (word: string, about: string, intent: string) =>
    ({ type: 'item', text: [{ strong: word }], aside: [about], button: button(word, intent) }) as const;
  return {
    title: '我能帮您做什么',
    tone: 'neutral',
    summary: '帮助：我能帮您做什么',
    blocks: [
      { type: 'heading', text: '常用' },
      item('申请', '提出一项服务请求', 'request.form'),
      item('我的', '我的请求、待我审批、欠交的周报', 'my.show'),
      { type: 'divider' },
      { type: 'aside', text: ['也可以直接输入 ', { code: '查询 REQ-1' }, '。'] },
    ],
  };
}

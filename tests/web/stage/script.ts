/** A scripted bot: plays the main story of one request, just enough to see the page work. No rules, no rights. */
import type { Button } from '../../../src/bot/cards/card.ts';
import type { PlaygroundPlatform } from '../../../src/bot/platforms/playground/index.ts';
import type { Inbound, MessageRef, Place, Reply } from '../../../src/bot/ports/platform.ts';
import type { StubTime, StubWindows } from './memory.ts';
import type { stages } from './pictures.ts';
import { type Asked, button, helpCard, intakeForm, requestCard, surveyForm } from './pictures.ts';

type Stage = (typeof stages)[number];

const dm = (account: string): Place => ({ type: 'person', account });
const desk: Place = { type: 'chat', chat: 'strategy' };

export class Script {
  readonly #platform: PlaygroundPlatform;
  readonly #windows: StubWindows;
  readonly #time: StubTime;
  #asked: Asked = { title: '', background: '', budget: '—' };
  #cards: readonly { readonly ref: MessageRef; readonly buttons: (stage: Stage) => readonly Button[] }[] = [];
  #posts = 0;
  /** Set: the next gesture cannot be committed. */
  broken = false;
  heard: Inbound[] = [];

  constructor(platform: PlaygroundPlatform, windows: StubWindows, time: StubTime) {
    this.#platform = platform;
    this.#windows = windows;
    this.#time = time;
  }

  async #post(place: Place, message: Parameters<PlaygroundPlatform['post']>[1]): Promise<MessageRef> {
    const id = `post-${(this.#posts += 1)}`;
    const now = this.#time.now();
    const posted = await this.#platform.post(place, message, { id, attempt: 1, since: now });
    const where = place.type === 'chat' ? place.chat : `dm:${place.account}`;
    const row = { id, record: 'REQ-1', platform: 'playground', place: where, attempts: 1, cause: '' } as const;
    this.#windows.rows.posts.push({ ...row, state: 'sent', createdAt: now, sentAt: now });
    if (!posted.ok) throw new Error(posted.failure.cause);
    return posted.value;
  }

  #note(actor: string, event: string, record: string): void {
    const seq = this.#windows.rows.audit.length + 1;
    const hash = seq.toString(16).padStart(12, 'a1f09c');
    const at = this.#time.now();
    this.#windows.rows.audit.push({ seq, at, actor, onBehalfOf: null, record, event, prevHash: '', hash });
  }

  #record(number: string, kind: string, state: string, owner: string | null): void {
    const now = this.#time.now();
    const rest = this.#windows.rows.records.filter((row) => row.number !== number);
    const row = {
      number,
      kind,
      state,
      title: this.#asked.title,
      owner,
      client: 'globex',
      createdAt: now,
      updatedAt: now,
    };
    this.#windows.rows.records.splice(0, Number.POSITIVE_INFINITY, ...rest, row);
  }

  async #hang(place: Place, buttons: (stage: Stage) => readonly Button[], stage: Stage): Promise<void> {
    const ref = await this.#post(place, { type: 'card', card: requestCard(this.#asked, stage, buttons(stage)) });
    this.#cards = [...this.#cards, { ref, buttons }];
  }

  async #show(stage: Stage): Promise<void> {
    for (const { ref, buttons } of this.#cards) {
      await this.#platform.update(ref, { type: 'card', card: requestCard(this.#asked, stage, buttons(stage)) });
    }
  }

  hear = async (inbound: Inbound): Promise<Reply> => {
    if (this.broken) throw new Error('could not commit');
    this.heard.push(inbound);
    switch (inbound.kind) {
      case 'arrived':
        if (inbound.at === 'home') {
          await this.#platform.post(
            { type: 'home', account: inbound.speaker.account },
            { type: 'card', card: helpCard() },
            { id: `home-${inbound.key}`, attempt: 1, since: this.#time.now() },
          );
        }
        return {};
      case 'said':
        return this.#said(inbound.speaker.account, inbound.text, inbound.answers);
      case 'pressed':
        return this.#pressed(inbound.speaker.account, inbound.wish.intent);
      case 'submitted':
        return this.#submitted(inbound.speaker.account, inbound.wish.intent, inbound.fields);
    }
  };

  async #said(account: string, text: string, answers: 'reply' | 'post'): Promise<Reply> {
    const [word = '', ...rest] = text.split(' ');
    if (word === '申请' || word === 'request') return { form: intakeForm(rest.join(' ')) };
    if (answers === 'reply') return { card: helpCard() };
    if (word === '帮助' || word === 'help') await this.#post(dm(account), { type: 'card', card: helpCard() });
    else await this.#post(dm(account), { type: 'line', text: ['我听到了：', { strong: text }] });
    return {};
  }

  async #pressed(account: string, intent: string): Promise<Reply> {
    switch (intent) {
      case 'request.form':
        return { form: intakeForm('') };
      case 'request.take':
        this.#note(account, 'request.taken', 'REQ-1');
        this.#record('APR-1', 'approval', 'running', 'li');
        this.#record('REQ-1', 'request', 'in-approval', account);
        await this.#show('审批中');
        await this.#hang(
          dm('li'),
          (stage) =>
            stage === '审批中'
              ? [button('同意', 'approval.approve', 'primary'), button('驳回', 'approval.reject', 'danger')]
              : [],
          '审批中',
        );
        return { notice: { text: ['已接手 ', { strong: 'REQ-1' }, '。'], tone: 'good' } };
      case 'approval.approve':
        this.#note(account, 'approval.approved', 'APR-1');
        this.#record('APR-1', 'approval', 'approved', account);
        this.#record('REQ-1', 'request', 'in-service', 'li');
        await this.#show('服务中');
        return { notice: { text: ['已同意。'], tone: 'good' } };
      case 'request.done':
        this.#note(account, 'request.done', 'REQ-1');
        this.#record('SUR-1', 'survey', 'sent', 'ann');
        this.#record('REQ-1', 'request', 'done', 'li');
        await this.#show('已完成');
        await this.#post(dm('ann'), { type: 'form', form: surveyForm(), open: button('填写', 'survey.open') });
        return { notice: { text: ['REQ-1 已完成。'], tone: 'good' } };
      default:
        return { notice: { text: ['这一步不归您。'], tone: 'warning' } };
    }
  }

  async #submitted(account: string, intent: string, fields: Readonly<Record<string, string | number>>): Promise<Reply> {
    if (intent === 'survey.answer') {
      if (fields['quality'] === undefined) return { problems: { quality: '请选择一项' } };
      this.#note(account, 'survey.answered', 'SUR-1');
      this.#record('SUR-1', 'survey', 'answered', 'ann');
      return { notice: { text: ['谢谢您的评价。'], tone: 'good' } };
    }
    if (fields['background'] === undefined) return { problems: { background: '请填写业务背景' } };
    this.#asked = {
      title: String(fields['title'] ?? ''),
      background: String(fields['background']),
      budget: fields['budget'] === undefined ? '—' : `${fields['budget']} 元`,
    };
    this.#note(account, 'request.submitted', 'REQ-1');
    this.#record('REQ-1', 'request', 'new', null);
    const due = new Date(this.#time.now().getTime() + 1_800_000);
    this.#windows.rows.agenda.push({
      id: 'a1',
      kind: 'request.response-missed',
      record: 'REQ-1',
      person: null,
      dueAt: due,
      state: 'due',
      reason: null,
    });
    await this.#hang(
      dm(account),
      (stage) =>
        stage === '已完成' ? [] : [button('催办', 'request.nudge'), button('撤回', 'request.withdraw', 'danger')],
      '待接手',
    );
    await this.#hang(desk, (stage) => this.#deskButtons(stage), '待接手');
    return { notice: { text: ['已提交 ', { strong: 'REQ-1' }, '。'], tone: 'good' } };
  }

  #deskButtons(stage: Stage): readonly Button[] {
    if (stage === '待接手') {
      return [
        button('接手', 'request.take', 'primary'),
        button('需补充', 'request.ask'),
        button('不受理', 'request.decline', 'danger'),
      ];
    }
    return stage === '服务中' ? [button('完成', 'request.done', 'primary')] : [];
  }
}

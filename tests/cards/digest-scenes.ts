/** Digests, issues and draft risks, in each state they have. */
import {
  type Confirmed,
  type Digest,
  digestPlace,
  editDigest,
  isConfirmed,
  sendToClient,
} from '../../src/domain/digest.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import type { PictureName } from '../../src/bot/intents/pictures.ts';
import { yes } from '../domain/decisions.ts';
import {
  answered,
  answers,
  asked,
  confirmed,
  confirmedLate,
  drafting,
  edited,
  handWritten,
  lapsed,
  ofWang,
  projectFirm,
  tenAt,
} from '../domain/digests.ts';
import { by, li, wang } from '../domain/firm.ts';
import { issue, risk, solved } from '../reactions/digest-events.ts';
import type { Scene } from './scenes.ts';

function ours(digest: Digest): Confirmed {
  if (!isConfirmed(digest)) throw new Error('not confirmed');
  return digest;
}

/** The week before, in which everything still went well. */
const before = [
  { ...answered(asked(5, wang), wang, { done: '访谈提纲', health: 'at-risk' }), period: '2026-W47' },
  { ...answered(asked(6, wang), wang, { done: '访谈提纲', health: 'on-track' }), period: '2026-W46' },
];
const late = { ...ofWang, late: true, submittedAt: new Date(tenAt.getTime() + 3_600_000) } as AnyRecord;
const sentOut = yes(
  sendToClient(ours(confirmed), by(li), tenAt, projectFirm, { done: '完成 8 家访谈\n整理 <纪要>', next: '出初稿' }),
);
const long = Array.from({ length: 60 }, (_, n) => `王芳：第 ${n + 1} 家门店的访谈纪要已经整理完毕，等待客户确认`).join(
  '\n',
);
const folded = yes(
  editDigest(drafting, by(li), tenAt, projectFirm, { ...handWritten, text: { summary: long, done: long } }),
);

const scene = (picture: PictureName, title: string, record: Digest, more: readonly AnyRecord[] = answers): Scene => ({
  ...{ picture, title, of: digestPlace(record) },
  records: [record, ...more],
});

export const digestScenes: readonly Scene[] = [
  scene('digest', 'drafted', drafting),
  scene('digest', 'drafted, with weeks before it', drafting, [...answers, ...before]),
  scene('digest', 'edited', edited),
  scene('digest', 'edited, and an answer came afterwards', edited, [late]),
  scene('digest', 'long', folded),
  scene('digest', 'sent as a draft', lapsed),
  scene('digest', 'confirmed', confirmed),
  scene('digest', 'confirmed afterwards', confirmedLate),
  scene('digest', 'sent to the client too', sentOut),
  scene('progress-digest', 'of a project, and drafted', drafting),
  scene('digest-form', 'from the answers', drafting),
  scene('digest-form', 'edited before', edited),
  scene('digest-form', 'long', folded),
  scene('digest-client-form', 'from what was done', confirmed),
  scene('digest-client', 'sent', sentOut),
  { picture: 'issue', title: 'open', of: 'ISS-3', records: [issue] },
  { picture: 'issue', title: 'solved', of: 'ISS-3', records: [solved] },
  { picture: 'issue', title: 'dropped', of: 'ISS-3', records: [{ ...issue, status: 'dropped', droppedAt: tenAt }] },
  { picture: 'risk', title: 'a draft', of: 'RSK-4', records: [risk] },
];

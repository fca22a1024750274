/** One sample of everything that can be said about digests, issues and draft risks. */
import type { PersonId } from '../../src/domain/ids.ts';
import { at, blank } from './blanks.ts';

const by = 'wang' as PersonId;
const digest = { number: 'DIG-2', name: blank('cycle'), period: '2026-W48' } as const;
const issue = { number: 'ISS-3', title: blank('title') } as const;

export const digestNotices = {
  'digest.sent': [
    { type: 'digest.sent', ...digest },
    { type: 'digest.sent', by, ...digest },
  ],
  'digest.lapsed': [{ type: 'digest.lapsed', ...digest }],
  'digest.saved': [{ type: 'digest.saved', ...digest }],
  'digest.confirmed-by-you': [{ type: 'digest.confirmed-by-you', ...digest }],
  'digest.client-sent': [{ type: 'digest.client-sent', by, ...digest }],
  'digest.client-sent-by-you': [{ type: 'digest.client-sent-by-you', people: [by], ...digest }],
  'digest.words': [
    { type: 'digest.words', section: 'done', words: blank('words'), piece: 1, pieces: 1, ...digest },
    { type: 'digest.words', section: 'next', words: blank('words'), piece: 2, pieces: 3, ...digest },
  ],
  'issue.opened': [{ type: 'issue.opened', by, ...issue }],
  'issue.solved': [{ type: 'issue.solved', by, ...issue }],
  'issue.solved-by-you': [{ type: 'issue.solved-by-you', ...issue }],
  'risk.drafted': [{ type: 'risk.drafted', by, ...issue, number: 'RSK-4' }],
} as const;

export const digestRefusals = {
  'digest.not-found': [{ type: 'digest.not-found' }],
  'digest.not-yours': [{ type: 'digest.not-yours', lead: by }],
  'digest.already-sent': [{ type: 'digest.already-sent', by, confirmedAt: at }],
  'digest.not-confirmed': [{ type: 'digest.not-confirmed' }],
  'digest.no-client': [{ type: 'digest.no-client' }],
  'digest.client-has-it': [{ type: 'digest.client-has-it', by, sentAt: at }],
  'digest.words-missing': [{ type: 'digest.words-missing', field: 'done' }],
  'digest.too-long': [{ type: 'digest.too-long', field: 'done', most: 2400 }],
  'digest.internal-words': [{ type: 'digest.internal-words', field: 'done', words: blank('words') }],
  'digest.nothing-due': [{ type: 'digest.nothing-due' }],
  'issue.not-found': [{ type: 'issue.not-found' }],
  'issue.not-yours': [{ type: 'issue.not-yours', owner: by }],
  'issue.already': [{ type: 'issue.already', status: 'solved' }],
} as const;

/** It is noon and nobody has confirmed the digest: it goes out marked as a draft. */
import { clockCommand, outcome, refuse } from '../bot/engine/define.ts';
import { LapseDigest } from '../bot/intents/digest-intents.ts';
import { lapseDigest } from '../domain/digest.ts';

export const digestLapse = clockCommand(LapseDigest, async ({ input, now, records }) => {
  const digest = await records.find('digest', input.digest);
  return digest ? outcome(lapseDigest(digest, now)) : refuse({ type: 'digest.not-found' });
});

/** A mistake of ours: logged whole under a reference, and the person is told that reference instead of being left without an answer. */
import type { Inbound, Platform, Reply } from '../ports/platform.ts';
import type { ReceiveNeeds } from './heard.ts';
import { wordsOf } from './draw.ts';

export async function mistake(
  error: unknown,
  inbound: Inbound,
  platform: Platform,
  needs: ReceiveNeeds,
): Promise<Reply> {
  const reference = needs.newReference();
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  needs.log.error(
    { reference, platform: platform.id, gesture: inbound.kind, key: inbound.key, error: what },
    'a gesture met a mistake of ours',
  );

  const glance = await needs.store.glance(platform.id, inbound.key);
  const firm = await needs.directory.firm(glance.revision);
  const person = await needs.directory.personOf(
    { platform: platform.id, id: inbound.speaker.account },
    glance.revision,
  );
  if (inbound.kind === 'said' && inbound.answers === 'post') {
    // Kept as had: the same words would meet the same mistake at every redelivery.
    await needs.store.commit({
      ...{ now: needs.now(), claim: { platform: platform.id, key: inbound.key, outcome: 'ignored' } },
      posts: [
        {
          ...{
            content: { kind: 'say', bug: reference },
            platform: platform.id,
            place: { type: 'person', account: inbound.speaker.account },
          },
          ...(person ? { person: person.id } : {}),
        },
      ],
    });
    needs.wake();
    return {};
  }
  return { refused: true, notice: { text: [wordsOf(firm, person?.id).text.bug(reference)], tone: 'bad' } };
}

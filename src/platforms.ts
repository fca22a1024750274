/** The platforms that the settings name, built. A new platform is one entry here and its block in the settings. */
import type { HttpDoor } from './bot/ports/http.ts';
import type { Log } from './bot/ports/log.ts';
import type { PlatformMemory } from './bot/ports/platform-memory.ts';
import type { Platform } from './bot/ports/platform.ts';
import type { Settings } from './bot/runtime/config.ts';
import { realClock } from './bot/runtime/real-clock.ts';

type Needs = {
  readonly http: HttpDoor;
  readonly log: Log;
  /** None: only the credentials are tried, and nothing is made on a platform. */
  readonly memory?: PlatformMemory;
};

/** Whether decisions may come from a platform's own list of approvals. */
export function mirrorsApprovals({ feishu }: Settings): boolean {
  return feishu?.approvalCenter === true;
}

/**
 * Their routes are on `http` from now on; they hear nothing before they are started.
 * An SDK takes most of a second to load, so only those are loaded that are used.
 */
export async function configuredPlatforms(
  settings: Settings,
  { memory, ...needs }: Needs,
): Promise<readonly Platform[]> {
  const seams = { ...needs, realTime: realClock };
  const platforms: Platform[] = [];
  if (settings.slack) {
    const { slack } = await import('./bot/platforms/slack/index.ts');
    platforms.push(slack(settings.slack, { ...seams, ...(memory && { memory }) }));
  }
  if (settings.feishu) {
    const { feishu } = await import('./bot/platforms/feishu/index.ts');
    const { publicUrl, secretKey } = settings;
    const approvalCentre =
      memory && mirrorsApprovals(settings) ? { approvalCentre: { publicUrl, secretKey, memory } } : {};
    platforms.push(feishu({ ...settings.feishu, ...approvalCentre }, seams));
  }
  return platforms;
}

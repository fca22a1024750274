/** The platforms that the settings name, built. A new platform is one entry here and its block in the settings. */
import type { HttpDoor } from './bot/ports/http.ts';
import type { Log } from './bot/ports/log.ts';
import type { Platform } from './bot/ports/platform.ts';
import type { Settings } from './bot/runtime/config.ts';
import { realClock } from './bot/runtime/real-clock.ts';

type Needs = { readonly http: HttpDoor; readonly log: Log };

/**
 * Their routes are on `http` from now on; they hear nothing before they are started.
 * An SDK takes most of a second to load, so only those are loaded that are used.
 */
export async function configuredPlatforms(settings: Settings, needs: Needs): Promise<readonly Platform[]> {
  const seams = { ...needs, realTime: realClock };
  const platforms: Platform[] = [];
  if (settings.slack) {
    const { slack } = await import('./bot/platforms/slack/index.ts');
    platforms.push(slack(settings.slack, seams));
  }
  if (settings.feishu) {
    const { feishu } = await import('./bot/platforms/feishu/index.ts');
    platforms.push(feishu(settings.feishu, seams));
  }
  return platforms;
}

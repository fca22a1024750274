/** The platforms that the settings name, built. A new platform is one line here and its block in the settings. */
import { feishu } from './bot/platforms/feishu/index.ts';
import { slack } from './bot/platforms/slack/index.ts';
import type { HttpDoor } from './bot/ports/http.ts';
import type { Log } from './bot/ports/log.ts';
import type { Platform } from './bot/ports/platform.ts';
import type { Settings } from './bot/runtime/config.ts';
import { realClock } from './bot/runtime/real-clock.ts';

/** Their routes are on `http` from now on; they hear nothing before they are started. */
export function configuredPlatforms(
  settings: Settings,
  needs: { readonly http: HttpDoor; readonly log: Log },
): readonly Platform[] {
  const seams = { ...needs, realTime: realClock };
  return [
    ...(settings.slack ? [slack(settings.slack, seams)] : []),
    ...(settings.feishu ? [feishu(settings.feishu, seams)] : []),
  ];
}

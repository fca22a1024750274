/** How much of somebody's attention a sentence may ask for: whether it can wait for their morning, and of what it reminds them. */
import { NUDGE_EVERY_MS } from '../../domain/attention.ts';
import type { NewPost } from '../ports/store.ts';
import type { Notice, NoticeType } from '../text/notices.ts';

/** Said at once at any hour: somebody waits, and nobody else knows. Everything else that time itself says can wait for a morning. */
const urgent: ReadonlySet<NoticeType> = new Set(['approval.escalated', 'approval.your-turn']);

/** A clock that has run out is; one that is still running can be looked at in the morning. */
export function isUrgent(notice: Notice): boolean {
  if (notice.type === 'sla.marks') return notice.marks.some(({ percent }) => percent === 100);
  return urgent.has(notice.type);
}

/** What a sentence reminds of, by the thing itself: two reminders of one thing are one nudge, whoever gave them. */
export function nudgeOf(notice: Notice): NewPost['nudge'] {
  switch (notice.type) {
    case 'approval.reminder':
    case 'request.nudged':
    case 'survey.reminder':
      return { about: notice.number, everyMs: NUDGE_EVERY_MS };
    case 'progress.reminder': {
      const { week, template = 'weekly', project } = notice;
      // Two projects may ask about the same week.
      const what = [template, project ?? '', typeof week === 'string' ? week : week['en-US']];
      return { about: `progress ${what.join('/')}`, everyMs: NUDGE_EVERY_MS };
    }
    default:
      return undefined;
  }
}

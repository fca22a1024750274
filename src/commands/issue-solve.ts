/** "Solved." */
import { command, outcome, refuse } from '../bot/engine/define.ts';
import { SolveIssue } from '../bot/intents/digest-intents.ts';
import { solveIssue, titleOfConcern } from '../domain/concerns.ts';

export const issueSolve = command(SolveIssue, async ({ input, by, now, firm, records }) => {
  const issue = await records.find('issue', input.issue);
  if (!issue) return refuse({ type: 'issue.not-found' });
  return outcome(solveIssue(issue, by, now, firm), (solved) => ({
    notice: { type: 'issue.solved-by-you', number: solved.number, title: titleOfConcern(solved) },
  }));
});

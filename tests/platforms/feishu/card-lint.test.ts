/** The fake refuses what the platform refuses and lets pass what the platform shows. */
import { expect, test } from 'vitest';
import { lintCard } from '../../fakes/feishu/card-lint.ts';
import { fixture } from './bench.ts';

const invalid = fixture('own-card-v2-INVALID-cases') as Record<string, unknown>;

test.each(Object.keys(invalid))('the fake refuses the card with the fault “%s”', (name) => {
  expect(lintCard(invalid[name])).not.toEqual([]);
});

test('there are seventeen kinds of faulty cards', () => {
  expect(Object.keys(invalid)).toHaveLength(17);
});

test.each([
  'own-card-v2-approval-buttons-confirm',
  'own-card-v2-closed-no-actions',
  'own-card-v2-intake-all-inputs-form',
])('the fake shows the valid card %s', (name) => {
  expect(lintCard(fixture(name))).toEqual([]);
});

test.each([
  'larkcli-card-v2-leave-approval-two-submit-buttons',
  'larkcli-card-v2-report-chart-table',
  'larkcli-card-v2-service-feedback-form',
])('the fake shows the official example %s', (name) => {
  expect(lintCard((fixture(name) as { card: unknown }).card)).toEqual([]);
});

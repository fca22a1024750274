/** A chart as an image block, where its picture has been put up. https://docs.slack.dev/reference/block-kit/blocks/image-block */
import type { ImageBlock } from '@slack/types';
import type { Chart } from '../../../cards/card.ts';
import { imageTextLength } from '../limits.ts';
import { cut, harmless, label } from './text.ts';

/** The file that shows this chart; undefined where there is none. */
export type FileOf = (chart: Chart) => string | undefined;

/** For what must be answered at once, or has no pictures: charts stand in words. */
export const noFile: FileOf = () => undefined;

export function chartImage(chart: Chart, id: string): ImageBlock {
  return {
    type: 'image',
    slack_file: { id },
    alt_text: cut(harmless(chart.alternative), imageTextLength).trim() || '·',
    title: label(chart.title, imageTextLength),
  };
}

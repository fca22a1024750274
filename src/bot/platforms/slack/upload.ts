/** Puts the picture of a chart into Slack, in the three steps it asks for. https://docs.slack.dev/messaging/working-with-files#uploading_files */
import type { WebClient } from '@slack/web-api';
import type { Chart } from '../../cards/card.ts';
import { altTextLength, callMs, imageTextLength } from './limits.ts';
import { cut, harmless } from './render/text.ts';

/** Answers the file's id. Nobody sees the file before a message shows it. Rejects when Slack does not take it. */
export type Upload = (chart: Chart) => Promise<string>;

export function makeUpload(client: WebClient): Upload {
  return async (chart) => {
    // Loaded with the first chart only: a bot without charts does not pay for the drawing.
    const { drawPng } = await import('../../charts/png.ts');
    const png = drawPng(chart);
    if (!png) throw new Error('nothing to draw');
    const described = cut(harmless(chart.alternative), altTextLength).trim();
    const begun = await client.files.getUploadURLExternal({
      filename: 'chart.png',
      length: png.byteLength,
      ...(described !== '' && { alt_text: described }),
    });
    const { upload_url: address, file_id: id } = begun;
    if (address === undefined || id === undefined) throw new Error('files.getUploadURLExternal gave no address');
    await sent(address, png);
    await client.files.completeUploadExternal({ files: [{ id, title: cut(harmless(chart.title), imageTextLength) }] });
    return id;
  };
}

/** The address is a secret of its own: no token goes there. */
async function sent(address: string, png: Buffer): Promise<void> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(png),
    redirect: 'error',
    signal: AbortSignal.timeout(callMs),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`the upload address says ${response.status}`);
}

/** Answers of the fake platform in its own manner: JSON with `code`, errors with a log id and a link. */
export type ApiAnswer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export function done(data: unknown = {}): ApiAnswer {
  return { status: 200, body: { code: 0, msg: 'success', data } };
}

export function fail(
  code: number,
  msg: string,
  status = 400,
  headers: Readonly<Record<string, string>> = {},
): ApiAnswer {
  const log = '20261125000000FAKE0000000000000000';
  const troubleshooter = `排查建议查看（Troubleshooting suggestions）： https://open.feishu.cn/search?from=openapi&log_id=${log}&code=${code}`;
  return { status, headers, body: { code, msg, error: { log_id: log, troubleshooter } } };
}

export function rateLimited(seconds: number): ApiAnswer {
  return fail(99991400, 'request trigger frequency limit', 429, {
    'x-ogw-ratelimit-limit': '100',
    'x-ogw-ratelimit-reset': String(seconds),
  });
}

/** The few things a platform has handed us for good, which its adapter must still know after a restart: an id it chose for something of ours. */
export interface PlatformMemory {
  /**
   * Hands over what is kept under this key, and keeps what comes back. One at a time over all processes, so that what the platform makes
   * for us is made once. Rejects when `work` does; then what was kept stays as it was.
   */
  renew(key: string, work: (kept: string | undefined) => Promise<string>): Promise<string>;
}

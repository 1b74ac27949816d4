/** Exit statuses of the command line. */
export const CLEAN = 0;
/** `check`: a finding at warning level or above. */
export const FINDINGS = 1;
/** An argument, a file or a configuration could not be read; the rest was done. */
export const UNREADABLE = 2;

/** Where a command writes; the promise waits until the text is taken, so that memory stays flat. */
export interface Output {
  write(text: string): Promise<void>;
}

/** The two streams of a command. */
export interface Streams {
  readonly out: Output;
  readonly err: Output;
}

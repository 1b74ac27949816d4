import type { Report } from './check';
import type { Streams } from './status';

/**
 * `check --format json`: one JSON document, written file by file.
 *
 * `{"schema":"imr-check/1","files":[…],"summary":{…}}`, where a file is
 * `{"file","letters","findings":[{"code","severity","message","line","column",
 * "endLine","endColumn","range","letter","item"}]}`, or `{"file","error"}` if
 * it could not be read. `letters` is 0 for a file that is not an IMR letter.
 */
export function jsonReport({ out }: Streams): Report {
  let separator = '\n';
  async function entry(value: unknown): Promise<void> {
    await out.write(separator + JSON.stringify(value));
    separator = ',\n';
  }
  return {
    start: () => out.write('{"schema":"imr-check/1","files":['),
    file: entry,
    unreadable: entry,
    end: (summary) => out.write(`\n],"summary":${JSON.stringify(summary)}}\n`),
  };
}

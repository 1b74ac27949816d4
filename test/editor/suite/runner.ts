/**
 * A test runner small enough to be the same in the Node extension host, on the desktop and
 * in a browser's worker: tests run one after the other, and what they report goes to the
 * console, one line of JSON each, for the host outside to print.
 */

/** How a line of the report begins; test/hosts/suite-report.mjs reads it. */
const MARK = '@imr-test ';

/** Milliseconds a single test may take. */
const BOUND = 30_000;

interface Test {
  readonly name: string;
  readonly body: () => Promise<void>;
}

const tests: Test[] = [];

/** Adds a test; they run in the order in which they are added. */
export function test(name: string, body: () => Promise<void>): void {
  tests.push({ name, body });
}

/** Runs all tests. Rejects, after the last, when one has failed or when there was none. */
export async function runTests(): Promise<void> {
  let failed = 0;
  report({ event: 'begin', total: tests.length });
  for (const { name, body } of tests) {
    const begun = Date.now();
    try {
      await within(BOUND, 'the test', body());
      report({ event: 'pass', name, ms: Date.now() - begun });
    } catch (error) {
      failed += 1;
      report({ event: 'fail', name, ms: Date.now() - begun, reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  }
  report({ event: 'end' });
  if (tests.length === 0) throw new Error('There was no test.');
  if (failed > 0) throw new Error(`${failed} of ${tests.length} tests failed.`);
}

/** Tells the host outside; it knows the events `begin`, `pass`, `fail`, `end` and `no-workspace`. */
export function report(line: { readonly event: string; readonly [key: string]: unknown }): void {
  console.log(MARK + JSON.stringify(line));
}

/** The promise's own outcome, or a rejection that names `what` after `bound` milliseconds. */
export function within<T>(bound: number, what: string | (() => string), promise: PromiseLike<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`Not within ${bound / 1000} s: ${typeof what === 'string' ? what : what()}`));
    }, bound);
    promise.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (reason) => {
        clearTimeout(timer);
        reject(reason instanceof Error ? reason : new Error(String(reason)));
      },
    );
  });
}

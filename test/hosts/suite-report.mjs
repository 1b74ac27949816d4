/** How a line of the runner's report begins (test/editor/suite/runner.ts). */
const MARK = '@imr-test ';

/** What the server says on every run, because its native modules are not built and it finds no gallery. */
const KNOWN = [/native-watchdog|watchdog'/, /spdlog|bindings file/, /ENOTFOUND|gallery/i, /\[Service Worker\]/, /a socket \(|connection token \(/];

/**
 * Reads what a suite's runner prints among an editor's own noise.
 *
 * `hear(text)` takes one message or line; the tests' lines are printed as they come and the
 * rest is kept. `close(exitCode)` prints the sum and gives the exit code for the whole run:
 * 0 only when at least one test ran, all passed, and the editor agrees.
 */
export function suiteReport(print = console.log) {
  const noise = [];
  let total = null;
  let passed = 0;
  let failed = 0;
  let ended = false;

  function hear(text) {
    const at = text.indexOf(MARK);
    if (at < 0) {
      if (!KNOWN.some((known) => known.test(text))) noise.push(text.split('\n').slice(0, 12).join('\n'));
      return;
    }
    let line;
    try {
      // An editor may add to the end of a message, never into it.
      line = JSON.parse(text.slice(at + MARK.length, text.lastIndexOf('}') + 1));
    } catch {
      noise.push(text);
      return;
    }
    if (line.event === 'begin') total = line.total;
    if (line.event === 'end') ended = true;
    if (line.event === 'pass') {
      passed += 1;
      print(`  ok    ${line.name} (${line.ms} ms)`);
    }
    if (line.event === 'fail') {
      failed += 1;
      print(`  FAIL  ${line.name} (${line.ms} ms)\n${indent(line.reason)}`);
    }
  }

  function close(exitCode) {
    const whole = ended && total !== null && total > 0 && passed + failed === total;
    const good = whole && failed === 0 && exitCode === 0;
    if (!good) {
      print(indent(`The editor's own messages, the last of ${noise.length}:\n${noise.slice(-60).join('\n')}`));
      if (!whole) print(`The suite did not run to its end: ${passed + failed} of ${total ?? 'an unknown number of'} tests reported.`);
      else if (failed === 0) print(`All tests passed, but the editor ended with ${exitCode}.`);
    }
    print(`${passed} passed, ${failed} failed`);
    return good ? 0 : 1;
  }

  return { hear, close };
}

function indent(text) {
  return text.split('\n').map((line) => `        ${line}`).join('\n');
}

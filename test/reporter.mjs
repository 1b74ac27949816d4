// A reporter of node:test: what tests print, what failed and how many ran. No line for what went well.
import { inspect } from 'node:util';

export default async function* report(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    // A file and a suite are no tests of their own; a file that could not run at all is a failure.
    const isTest = data?.details?.type !== 'suite' && !(data?.nesting === 0 && data?.name === data?.file);
    if (type === 'test:pass' && isTest) {
      if (data.skip !== undefined) counts.skipped++;
      else counts.passed++;
      if (data.skip) yield `skipped: ${data.name} (${data.skip})\n`;
    }
    if (type === 'test:fail') {
      if (isTest || counts.failed === 0) counts.failed++;
      const { error } = data.details;
      yield `\nFAILED: ${data.name}\n${error?.cause?.stack ?? inspect(error?.cause ?? error)}\n\n`;
    }
  }
  yield `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`;
}

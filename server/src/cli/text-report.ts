import type { Level } from '../rules/rule';
import type { Report, Summary } from './check';
import type { Streams } from './status';

const COLOURS: Readonly<Record<Level | 'note', number>> = { error: 31, warning: 33, information: 36, hint: 90, note: 90 };

/**
 * `check --format text`: a line per finding in the form that editors and
 * compilers share, `file:line:column: level: message [code]`, on `out`; what
 * could not be read, and a summary at the end, on `err`.
 */
export function textReport({ out, err }: Streams, colours: boolean): Report {
  const paint = (level: Level | 'note', words: string): string =>
    colours ? `\u001b[${COLOURS[level]}m${words}\u001b[0m` : words;
  return {
    start: () => Promise.resolve(),
    async file({ file, letters, findings }) {
      if (letters === 0) await out.write(`${oneLine(file)}: ${paint('note', 'note')}: not an IMR letter\n`);
      for (const { line, column, severity, message, code } of findings) {
        const place = `${oneLine(file)}:${line}:${column}`;
        await out.write(`${place}: ${paint(severity, severity)}: ${oneLine(message)} [${code}]\n`);
      }
    },
    unreadable: ({ file, error }) => err.write(`imr-letters: ${oneLine(file)}: ${oneLine(error)}\n`),
    end: (summary) => err.write(`${summaryLine(summary)}\n`),
  };
}

/** Names and messages may hold a letter's own words: nothing in them may steer a terminal. */
export function oneLine(words: string): string {
  // eslint-disable-next-line no-control-regex
  return words.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
}

function summaryLine(summary: Summary): string {
  const found = [
    count(summary.error, 'error'),
    count(summary.warning, 'warning'),
    count(summary.information, 'piece of information', 'pieces of information'),
    count(summary.hint, 'hint'),
  ].filter((part) => part !== null);
  const parts = [
    `${count(summary.letters, 'letter') ?? 'no letter'} in ${count(summary.files, 'file') ?? 'no file'}`,
    found.length > 0 ? found.join(', ') : 'no findings',
  ];
  if (summary.ignored > 0) parts.push(`${summary.ignored} ignored with a reason`);
  if (summary.notLetters > 0) parts.push(`${count(summary.notLetters, 'file is not a letter', 'files are not letters')}`);
  if (summary.unreadable > 0) parts.push(`${summary.unreadable} could not be read`);
  return parts.join('; ');
}

/** `null` for none, so that a summary names only what there is. */
function count(number: number, one: string, many = `${one}s`): string | null {
  return number === 0 ? null : `${number} ${number === 1 ? one : many}`;
}

import { Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import { ANNOTATION_FORMATS, exportAnnotations, type AnnotationFormat } from './cli/annotations';
import { annotationsBeside } from './cli/annotations-beside.node';
import { checkLetters } from './cli/check';
import { configuration, type OptionsFor } from './cli/configuration.node';
import { exportLetters } from './cli/export';
import { listIgnored } from './cli/ignored';
import { ignoredBeside, nothingIgnored, type IgnoredBeside } from './cli/ignored-beside';
import { nodeFileSystem, STANDARD_INPUT } from './cli/file-system.node';
import { inputsOf } from './cli/inputs.node';
import { jsonReport } from './cli/json-report';
import { CLEAN, UNREADABLE } from './cli/status';
import type { Output, Streams } from './cli/status';
import { oneLine, textReport } from './cli/text-report';
import { ENCODINGS } from './corpus/decode';
import type { Encoding } from './corpus/decode';
import { readLetterFile } from './corpus/read-file';
import type { LetterFile, Unreadable } from './corpus/read-file';

interface ReadOptions {
  readonly format: string;
  readonly encoding?: Encoding;
  readonly config?: string;
  /** `false` after `--no-ignores`. */
  readonly ignores?: boolean;
}

type Run = (files: AsyncIterable<LetterFile | Unreadable>, optionsFor: OptionsFor, options: ReadOptions) => Promise<number>;

const disk = nodeFileSystem(process.stdin);
const streams: Streams = { out: outputTo(process.stdout), err: outputTo(process.stderr) };

/** The promise resolves when the system has taken the text, so a slow reader slows us down instead of filling memory. */
function outputTo(stream: NodeJS.WriteStream): Output {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // The reader has had enough (`… | head`): that is no failure of ours.
    if (error.code === 'EPIPE') process.exit();
    process.stderr.write(`imr-letters: cannot write: ${error.message}\n`);
    process.exit(UNREADABLE);
  });
  return { write: (text) => new Promise((resolve) => stream.write(text, () => resolve())) };
}

async function* readAll(
  names: readonly string[],
  encoding: Encoding | undefined,
): AsyncGenerator<LetterFile | Unreadable> {
  for await (const input of inputsOf(names)) {
    yield 'error' in input ? input : await readLetterFile(disk, input, encoding);
  }
}

/** What is ignored beside letters, unless all findings are asked for. */
function ignoredFor({ ignores = true }: ReadOptions): IgnoredBeside {
  return ignores ? ignoredBeside(disk, STANDARD_INPUT, (problem) => streams.err.write(`imr-letters: ${oneLine(problem)}\n`)) : nothingIgnored;
}

/** Runs a command over the named files and sets the exit status. */
async function over(names: readonly string[], options: ReadOptions, run: Run): Promise<void> {
  let broken = false;
  const optionsFor = configuration(options.config, (problem) => {
    broken = true;
    void streams.err.write(`imr-letters: ${problem}\n`);
  });
  // With a named configuration that cannot be read nothing said would be what was asked for.
  if (options.config !== undefined) await optionsFor(STANDARD_INPUT);
  const status = broken ? UNREADABLE : await run(readAll(names, options.encoding), optionsFor, options);
  process.exitCode = broken ? UNREADABLE : status;
}

function useColours(): boolean {
  const { NO_COLOR, TERM } = process.env;
  return process.stdout.isTTY === true && !NO_COLOR && TERM !== 'dumb';
}

/** A command that checks or records what it reads, with the arguments and options that all of them take. */
function reading(program: Command, name: string, formats: readonly [string, ...string[]]): Command {
  return taking(program, name, formats)
    .option('--config <file>', 'settings file to read imrLetters.rules and imrLetters.guidelines.files from, instead of the nearest .vscode/settings.json');
}

/** A command that takes files. */
function taking(program: Command, name: string, formats: readonly [string, ...string[]]): Command {
  return program
    .command(name)
    .argument(
      '<file...>',
      'files, folders (every .txt in them and below), quoted globs, or - for standard input',
    )
    .addOption(new Option('--format <format>', 'form of the output').choices(formats).default(formats[0]))
    .addOption(
      new Option('--encoding <encoding>', 'encoding of the files, instead of what their bytes say').choices(ENCODINGS),
    );
}

async function main(): Promise<void> {
  const program = new Command('imr-letters')
    .description('Reads California Independent Medical Review letters. Not legal or medical advice.')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(imr-letters --help shows how it is used)');
  reading(program, 'export', ['jsonl'])
    .description('print a JSON record for each letter, one per line')
    .addHelpText(
      'after',
      '\nThe record is described by schema/letter.schema.json.\nExit status: 0 done, 2 something could not be read.',
    )
    .action((names: string[], options: ReadOptions) =>
      over(names, options, (files, optionsFor) => exportLetters(files, optionsFor, ignoredFor(options), streams)),
    );
  reading(program, 'check', ['text', 'json'])
    .option('--no-ignores', 'show the findings, too, that are ignored beside the letter')
    .description('print what is missing or wrong in letters')
    .addHelpText(
      'after',
      '\nExit status: 0 clean, 1 findings at warning level or above, 2 something could not be read.\n' +
        'A file that is not an IMR letter is said to be none; that is no error.\n\n' +
        'With --format json, one document: {"schema":"imr-check/1","files":[...],"summary":{...}}. A file is\n' +
        '{"file","letters","findings":[...]}, or {"file","error"} where it could not be read; a finding is\n' +
        '{"code","severity","message","line","column","endLine","endColumn","range","letter","item"}. Lines and\n' +
        'columns count from 1, letters and items from 0; range is in UTF-16 code units of the decoded text.',
    )
    .action((names: string[], options: ReadOptions) =>
      over(names, options, (files, optionsFor, { format }) =>
        checkLetters(files, optionsFor, ignoredFor(options), format === 'json' ? jsonReport(streams) : textReport(streams, useColours())),
      ),
    );
  reading(program, 'ignored', ['text', 'json'])
    .description('list the findings that are ignored, with a reason, in the file beside each letter')
    .addHelpText(
      'after',
      '\nA finding is ignored in the file named as the letter with .ignored.jsonl behind it, one JSON object per line.\n' +
        'Exit status: 0 done, 2 something could not be read. A line that cannot be read is a warning.\n\n' +
        'With --format json, one document: {"schema":"imr-ignored/1","files":[{"file","ignored":[{"id","code","item",\n' +
        '"reason","by","on","place":{"line","column","message"}}]}]}; "place" is null for what the letter no longer has.',
    )
    .action((names: string[], options: ReadOptions) =>
      over(names, options, (files, optionsFor, { format }) => listIgnored(files, optionsFor, ignoredFor(options), format, streams)),
    );
  const annotations = program.command('annotations').description('what people say about letters');
  taking(annotations, 'export', ANNOTATION_FORMATS)
    .description('print the annotations beside letters')
    .addHelpText(
      'after',
      '\nAnnotations of letter.txt are in letter.txt.<name>.anno.jsonl, one file for each person, one per line\n' +
        '(schema/annotation.schema.json). What a changed letter no longer holds is printed with its state.\n\n' +
        '  w3c    one AnnotationCollection (JSON-LD), as the Web Annotation Data Model has it\n' +
        '  jsonl  a line for each letter, as Prodigy ("text", "spans") and doccano ("text", "label") read it\n' +
        '  csv    a row for each disputed item; cells that a spreadsheet would take for formulas begin with \'\n\n' +
        'Exit status: 0 done, 2 something could not be read.',
    )
    .action((names: string[], options: ReadOptions) =>
      over(names, options, (files, _, { format }) => exportAnnotations(files, annotationsBeside, format as AnnotationFormat, streams)),
    );
  try {
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      // Left to itself Node would end with 1, which here means findings.
      process.exitCode = UNREADABLE;
      console.error(error);
      return;
    }
    // Help and version are no failure; 1 means findings, so a wrong command line is 2.
    process.exitCode = error.exitCode === 0 ? CLEAN : UNREADABLE;
  }
}

void main();

import { foldedText } from '../../letter';
import { commentOf, labelsOf } from '../model';
import type { Thread } from '../threads';
import { whereabouts, type AnnotatedFile, type Whereabouts } from './annotated-file';
import { csvRow } from './csv-row';

const COLUMNS = ['file', 'letter', 'item', 'request', 'decision', 'labels', 'comments', 'openComments', 'reviewStates', 'reviewers', 'annotators', 'withoutPlace'];

/** The names of the columns. Letters and items count from 0, as in all records. */
export function csvHead(): string {
  return csvRow(COLUMNS);
}

/**
 * A row for each disputed item of a file: what is said about passages and
 * proposals in it. What is said elsewhere in a letter has a row of its own,
 * without item. What has lost its place counts where it was made.
 */
export function csvRows(of: AnnotatedFile): string {
  const placed = of.said.threads.map((thread) => ({ thread, where: whereabouts(of, thread) }));
  const inItem = (letter: number, item: number | null): Placed[] => placed.filter(({ where }) => where.letter === letter && where.item === item);
  const rows = Array.from({ length: Math.max(1, of.letters.length) }, (_, index) => {
    const elsewhere = inItem(index, null);
    const items = of.letters[index]?.items ?? [];
    return [
      ...(elsewhere.length > 0 ? [row([of.file, String(index), '', '', ''], elsewhere)] : []),
      ...items.map((item, number) => row([of.file, String(index), String(number), foldedText(of.text, item.request), item.decision?.value ?? ''], inItem(index, number))),
    ];
  });
  return rows.flat().join('');
}

interface Placed {
  readonly thread: Thread;
  readonly where: Whereabouts;
}

function row(head: readonly string[], placed: readonly Placed[]): string {
  const threads = placed.map(({ thread }) => thread);
  const said = threads.flatMap(({ root, replies, reviews }) => [...(root ? [root] : []), ...replies, ...reviews]);
  const comments = said.flatMap((annotation) => (commentOf(annotation) === '' ? [] : [`${annotation.creator.name}: ${commentOf(annotation)}`]));
  const hasComment = ({ root, replies }: Thread): boolean => [...(root ? [root] : []), ...replies].some((annotation) => commentOf(annotation) !== '');
  const states = threads.map(({ state }) => state.name).filter((name) => name !== 'open');
  return csvRow([
    ...head,
    unique(threads.flatMap(({ root }) => (root ? labelsOf(root) : []))),
    comments.join('\n'),
    String(threads.filter((thread) => thread.state.name === 'open' && hasComment(thread)).length),
    [...new Set(states)].sort().map((name) => `${name}: ${states.filter((state) => state === name).length}`).join('; '),
    unique(threads.flatMap(({ reviews }) => reviews.map(({ creator }) => creator.name))),
    unique(said.map(({ creator }) => creator.name)),
    String(placed.filter(({ where }) => where.span === null).length),
  ]);
}

function unique(words: readonly string[]): string {
  return [...new Set(words)].sort().join('; ');
}

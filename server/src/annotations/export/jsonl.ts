import type { Span } from '../../letter';
import { codePoints, normalized } from '../code-points';
import { commentOf } from '../model';
import type { Thread, ThreadStateName } from '../threads';
import { whereabouts, type AnnotatedFile, type Whereabouts } from './annotated-file';

/** A labelled span as Prodigy reads it; code points of the record's text. */
interface LabelledSpan {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly id: string;
  readonly creator: string;
}

/** What somebody said about a passage of the letter, with all that spans have no room for. */
interface Remark {
  readonly id: string;
  /** Code points of the record's text; `null` for a passage without a place. */
  readonly start: number | null;
  readonly end: number | null;
  readonly quote: string;
  readonly item: number | null;
  readonly labels: readonly string[];
  readonly comment: string;
  readonly creator: string;
  readonly anchor: Whereabouts['state'];
  readonly state: ThreadStateName;
  readonly by: string | null;
  readonly replies: readonly { readonly creator: string; readonly comment: string }[];
}

/**
 * One letter as training data. Prodigy reads `text`, `spans` and `meta`,
 * doccano `text` and `label` and keeps the rest as metadata; both count
 * characters as Python does. `spans` and `label` hold the labels in force: of
 * passages that have a place and that no review has rejected, without blanks at
 * their ends (spaCy refuses them), the same label of the same passage once
 * (doccano refuses two). `annotations` holds everything said about passages.
 */
export interface LabelledLetter {
  readonly text: string;
  readonly spans: readonly LabelledSpan[];
  readonly label: readonly (readonly [start: number, end: number, label: string])[];
  readonly meta: { readonly file: string; readonly letter: number };
  readonly annotations: readonly Remark[];
}

/** The records of a file, one for each letter; a file without a letter has one for its whole text, if anything is said about it. */
export function labelledLetters(of: AnnotatedFile): LabelledLetter[] {
  const placed = of.said.threads.map((thread) => ({ thread, where: whereabouts(of, thread) }));
  const shares = of.letters.length > 0 ? of.letters.map(({ span }) => span) : placed.length > 0 ? [{ start: 0, end: of.text.length }] : [];
  return shares.map((share, letter) => record(of, share, letter, placed.filter(({ where }) => where.letter === letter)));
}

function record({ file, text }: AnnotatedFile, share: Span, letter: number, placed: readonly { readonly thread: Thread; readonly where: Whereabouts }[]): LabelledLetter {
  const own = text.slice(share.start, share.end);
  const points = codePoints(own);
  const range = ({ start, end }: Span): [number, number] => [points.toPoint(start - share.start), points.toPoint(end - share.start)];
  const spans: LabelledSpan[] = [];
  const annotations: Remark[] = [];
  for (const { thread, where } of placed) {
    const { root, labels, replies, state } = thread;
    // A verdict on a proposal labels nothing.
    if (!root) continue;
    const [start, end] = where.span ? range(where.span) : [null, null];
    const creator = root.creator.name;
    annotations.push({
      id: thread.id,
      start,
      end,
      quote: thread.target.selector[0].exact,
      item: where.item,
      labels,
      comment: commentOf(root),
      creator,
      anchor: where.state,
      state: state.name,
      by: state.by,
      replies: replies.map((reply) => ({ creator: reply.creator.name, comment: commentOf(reply) })),
    });
    const visible = where.span && state.name !== 'rejected' ? trimmed(text, where.span) : null;
    if (!visible) continue;
    const [from, to] = range(visible);
    for (const label of labels) spans.push({ start: from, end: to, label, id: thread.id, creator });
  }
  spans.sort((a, b) => a.start - b.start || a.end - b.end || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
  const triples = new Map(spans.map(({ start, end, label }) => [`${start} ${end} ${label}`, [start, end, label] as const]));
  return { text: normalized(own), spans, label: [...triples.values()], meta: { file, letter }, annotations };
}

/** A span without blanks at its ends; `null` where nothing is left. */
function trimmed(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end);
  const visible = words.trim();
  if (visible === '') return null;
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: from + visible.length };
}

import { place, sought, type Placement, type Target } from '../../../server/src/annotations/anchoring';
import { codePoints, normalized } from '../../../server/src/annotations/code-points';
import { spanOf } from '../../../server/src/annotations/selectors';
import { annotatedText, textTarget } from '../../../server/src/annotations/target';
import { readLetters } from '../../../server/src/letter';
import { EDITS } from './edits';
import { verdict, VERDICTS, type Verdict } from './judge';
import { generator, seedOf } from './random';
import { passages } from './spans';

export const METHODS = ['position only', 'quote only', 'ours with base', 'ours without base'] as const;
export type Method = (typeof METHODS)[number];
export type Tally = Record<Verdict, number>;
export interface Wrong {
  readonly file: string;
  readonly edit: string;
  readonly method: Method;
  readonly target: Target;
  readonly placement: Placement;
  readonly text: string;
}

/** What came of all passages, by edit and method. */
export interface Result {
  readonly tallies: Map<string, Tally>;
  readonly texts: Map<string, number>;
  readonly wrong: Wrong[];
  readonly milliseconds: Map<Method, number>;
}

export function trial(files: readonly { name: string; text: string }[], spansPerFile: number, onlyEdit?: string, seed = ''): Result {
  const tallies = new Map<string, Tally>();
  const texts = new Map<string, number>();
  const wrong: Wrong[] = [];
  const milliseconds = new Map<Method, number>();
  for (const { name, text } of files) {
    const of = annotatedText(name, text, readLetters(text));
    const spans = passages(text, of.letters, generator(seedOf(`${seed}${name}`)), spansPerFile);
    const targets = spans.map((span) => sought(textTarget(of, span)));
    for (const [edit, change] of Object.entries(EDITS)) {
      if (onlyEdit !== undefined && edit !== onlyEdit) continue;
      const edited = change(text, generator(seedOf(`${seed}${edit} ${name}`)));
      if (edited === null) continue;
      texts.set(edit, (texts.get(edit) ?? 0) + 1);
      const letters = readLetters(edited.text);
      const methods: Record<Method, () => Placement[]> = {
        'position only': () => byPosition(targets, edited.text),
        'quote only': () => byFirstQuote(targets, edited.text),
        'ours with base': () => place(targets, edited.text, letters, text),
        'ours without base': () => place(targets, edited.text, letters),
      };
      for (const method of METHODS) {
        const from = performance.now();
        const placements = methods[method]();
        milliseconds.set(method, (milliseconds.get(method) ?? 0) + performance.now() - from);
        const tally = tallyOf(tallies, `${edit}\t${method}`);
        placements.forEach((placement, index) => {
          const span = spans[index];
          const target = targets[index];
          if (span === undefined || target === undefined) return;
          const found = verdict(text, span, edited, placement);
          tally[found]++;
          if (found !== 'right' && found !== 'changed' && method.startsWith('ours')) wrong.push({ file: name, edit, method, target, placement, text: `${found}: ${edited.text}` });
        });
      }
    }
  }
  return { tallies, texts, wrong, milliseconds };
}

function tallyOf(tallies: Map<string, Tally>, key: string): Tally {
  const known = tallies.get(key);
  if (known !== undefined) return known;
  const tally = Object.fromEntries(VERDICTS.map((name) => [name, 0])) as Tally;
  tallies.set(key, tally);
  return tally;
}

function byPosition(targets: readonly Target[], text: string): Placement[] {
  const points = codePoints(text);
  return targets.map(({ selector }) => ({ state: 'intact', span: spanOf(selector[1], points) }));
}

function byFirstQuote(targets: readonly Target[], text: string): Placement[] {
  const points = codePoints(text);
  const searched = normalized(text);
  const searchedPoints = codePoints(searched);
  return targets.map(({ selector: [{ exact }] }) => {
    const at = searched.indexOf(exact);
    if (at < 0) return { state: 'orphaned', candidates: [] };
    const [start, end] = [searchedPoints.toPoint(at), searchedPoints.toPoint(at + exact.length)];
    return { state: 'intact', span: { start: points.toOffset(start), end: points.toOffset(end) } };
  });
}

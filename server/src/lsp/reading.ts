import type { Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Catalogue } from '../guidelines';
import { readLetters, type Letter, type Span } from '../letter';
import { checkLetters, type Finding, type RuleLevels } from '../rules';
import { findingIds } from '../rules/finding-id';
import { countFindings, type FindingCounts } from './finding-counts';

interface Checked {
  readonly levels: RuleLevels;
  readonly all: readonly Finding[];
  ids?: readonly string[];
  left?: { readonly without: ReadonlySet<string>; readonly findings: readonly Finding[] };
}

const NOTHING_IGNORED: ReadonlySet<string> = new Set();

/**
 * One version of an open document, read once and shared by every feature.
 * Valid until the document changes: take it anew after every `await`.
 */
export class Reading {
  readonly version: number;
  readonly text: string;
  readonly letters: readonly Letter[];
  private checked: Checked | undefined;

  constructor(
    readonly document: TextDocument,
    private readonly known: () => Catalogue,
    private readonly ignored: () => ReadonlySet<string> = () => NOTHING_IGNORED,
  ) {
    this.version = document.version;
    this.text = document.getText();
    this.letters = readLetters(this.text);
  }

  /** The guidelines to go by; asked for late, because building them takes a moment. */
  get catalogue(): Catalogue {
    return this.known();
  }

  /** The findings at these levels, without those that were ignored; computed once for the same levels. */
  findings(levels: RuleLevels): readonly Finding[] {
    const checked = this.checkedAt(levels);
    const ignored = this.ignored();
    if (ignored.size === 0) return checked.all;
    if (checked.left?.without !== ignored) {
      const ids = this.findingIds(levels);
      checked.left = { without: ignored, findings: checked.all.filter((_, index) => !ignored.has(ids[index]!)) };
    }
    return checked.left.findings;
  }

  /** The same with those that were ignored. */
  allFindings(levels: RuleLevels): readonly Finding[] {
    return this.checkedAt(levels).all;
  }

  /** The names of {@link allFindings}, in their order. */
  findingIds(levels: RuleLevels): readonly string[] {
    const checked = this.checkedAt(levels);
    return (checked.ids ??= findingIds(this.text, this.letters, checked.all));
  }

  private checkedAt(levels: RuleLevels): Checked {
    if (this.checked?.levels !== levels) {
      this.checked = { levels, all: this.letters.length === 0 ? [] : checkLetters(this.text, this.letters, levels, this.catalogue) };
    }
    return this.checked;
  }

  /** How many findings at these levels each disputed item has. */
  findingCounts(levels: RuleLevels): FindingCounts {
    return countFindings(this.findings(levels), ({ span }) => this.letterAt(span.start));
  }

  /** Index of the letter that holds an offset; the last one at the end of the text, -1 where there is none. */
  letterAt(offset: number): number {
    const after = this.letters.findIndex(({ span }) => offset < span.end);
    return after < 0 ? this.letters.length - 1 : after;
  }

  /** A span in the protocol's lines and characters. */
  range(span: Span): Range {
    return { start: this.document.positionAt(span.start), end: this.document.positionAt(span.end) };
  }

  /** A range of the protocol as a span; one that points outside of the text is clamped. */
  span(range: Range): Span {
    return { start: this.document.offsetAt(range.start), end: this.document.offsetAt(range.end) };
  }
}

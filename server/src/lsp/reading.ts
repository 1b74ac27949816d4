import type { Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Catalogue } from '../guidelines';
import { readLetters, type Letter, type Span } from '../letter';
import { checkLetters, type Finding, type RuleLevels } from '../rules';
import { countFindings, type FindingCounts } from './finding-counts';

/**
 * One version of an open document, read once and shared by every feature.
 * Valid until the document changes: take it anew after every `await`.
 */
export class Reading {
  readonly version: number;
  readonly text: string;
  readonly letters: readonly Letter[];
  private checked: { levels: RuleLevels; findings: readonly Finding[] } | undefined;

  constructor(
    readonly document: TextDocument,
    private readonly known: () => Catalogue,
  ) {
    this.version = document.version;
    this.text = document.getText();
    this.letters = readLetters(this.text);
  }

  /** The guidelines to go by; asked for late, because building them takes a moment. */
  get catalogue(): Catalogue {
    return this.known();
  }

  /** The findings at these levels; computed once for the same levels. */
  findings(levels: RuleLevels): readonly Finding[] {
    if (this.letters.length === 0) return [];
    if (this.checked?.levels !== levels) {
      this.checked = { levels, findings: checkLetters(this.text, this.letters, levels, this.catalogue) };
    }
    return this.checked.findings;
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

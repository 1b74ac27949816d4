import * as l10n from '@vscode/l10n';
import type { Provenance } from '../../guidelines';

/** The sources of a page, numbered in the order in which its facts name them. */
export class Sources {
  private readonly names: string[] = [];

  /** How sure a fact is, in a word, and the number of its source. */
  mark({ source, confidence }: Provenance): string {
    const word = confidence === 'seen' ? l10n.t('seen') : l10n.t('unverified');
    if (source === '') return `(${word})`;
    if (!this.names.includes(source)) this.names.push(source);
    return `(${word}, ${this.names.indexOf(source) + 1})`;
  }

  /** The list of them, and what the words mean. */
  lines(): string[] {
    return [
      ...this.names.map((name, index) => `${index + 1}. ${name}`),
      '',
      l10n.t('Seen: somebody read it in the source named. Unverified: general knowledge, check before relying on it.'),
      l10n.t('This page is neither legal nor medical advice.'),
      '',
    ];
  }
}

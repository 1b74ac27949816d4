import * as l10n from '@vscode/l10n';
import type { Provenance } from '../../guidelines';

/** A text as Markdown that shows it as it is: white space folded, every sign with a meaning in a line escaped. */
export function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(/[\\`*_{}[\]#+!|<>~&$^=@]/g, (sign) => `\\${sign}`);
}

const URL = /https?:\/\/[^\s()<>;]+/;

/** A fact's mark for the reader: seen in its source, or unverified. */
export function mark({ source, confidence }: Provenance): string {
  const url = URL.exec(source)?.[0];
  if (confidence === 'seen') {
    return url === undefined ? `(${l10n.t('seen in: {0}', escaped(source))})` : `([${l10n.t('seen in a source')}](<${url}>))`;
  }
  return url === undefined ? `(${l10n.t('unverified')})` : `(${l10n.t('unverified')}; [${l10n.t('compare')}](<${url}>))`;
}

/** Says once what "unverified" means, where something is. */
export function footnote(lines: readonly string[]): string[] {
  const word = `(${l10n.t('unverified')}`;
  return lines.some((line) => line.includes(word)) ? [`_${l10n.t('Unverified: general knowledge, check before relying on it.')}_`] : [];
}

/** A hover: the first paragraph short, the details as a list. */
export function page(first: readonly string[], details: readonly string[]): string {
  const all = [...first, ...details];
  return [...first, details.map((line) => `- ${line}`).join('\n'), ...footnote(all)].filter((part) => part !== '').join('\n\n');
}

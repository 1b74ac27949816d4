import * as l10n from '@vscode/l10n';
import type { Provenance } from '../../guidelines';

/** A text as Markdown that shows it as it is: white space folded, every sign with a meaning in a line escaped. */
export function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(/[\\`*_{}[\]#+!|<>~&$^=@]/g, (sign) => `\\${sign}`);
}

/** A piece of Markdown on one line, and the fact it tells, where it tells one. */
export interface Told {
  readonly text: string;
  readonly from?: Provenance;
}
export type Line = string | readonly (string | Told)[];

/** More sources are no help to a reader of a hover. */
const MOST_SOURCES = 3;
const URL = /https?:\/\/([^\s()<>;/]+)[^\s()<>;]*/;

/**
 * A hover: the first line as a paragraph, the details as a list. Where all its
 * facts are equally sure, that is said once at its end; else beside each.
 */
export function page(first: Line, details: readonly Line[]): string {
  const facts = [first, ...details].flatMap(told).flatMap(({ from }) => from ?? []);
  const mixed = new Set(facts.map(({ confidence }) => confidence)).size > 1;
  const drawn = (line: Line): string =>
    told(line)
      .map(({ text, from }) => (mixed && from !== undefined ? `${text} ${mark(from)}` : text))
      .join('');
  const parts = [drawn(first), details.map((line) => `- ${drawn(line)}`).join('\n'), facts.length === 0 ? '' : mixed ? unverifiedNote() : together(facts)];
  return parts.filter((part) => part !== '').join('\n\n');
}

function told(line: Line): readonly Told[] {
  return typeof line === 'string' ? [{ text: line }] : line.map((piece) => (typeof piece === 'string' ? { text: piece } : piece));
}

/** A fact's mark for the reader: seen in its source, or unverified. */
function mark({ source, confidence }: Provenance): string {
  const url = URL.exec(source)?.[0];
  if (confidence === 'seen') return url === undefined ? `(${l10n.t('seen in: {0}', escaped(source))})` : `([${l10n.t('seen')}](<${url}>))`;
  return url === undefined ? `(${l10n.t('unverified')})` : `(${l10n.t('unverified')}; [${l10n.t('compare')}](<${url}>))`;
}

function unverifiedNote(): string {
  return `_${l10n.t('Unverified: general knowledge, check before relying on it.')}_`;
}

/** What is said of facts that are all seen, or all unverified. */
function together(facts: readonly Provenance[]): string {
  const seen = facts[0]?.confidence === 'seen';
  // Of what is unverified only an address helps: there it can be compared.
  const names = [...new Set(facts.filter(({ source }) => seen || URL.test(source)).map(({ source }) => sourceName(source)))];
  const shown = [...names.slice(0, MOST_SOURCES), ...(names.length > MOST_SOURCES ? ['…'] : [])].join('; ');
  if (seen) return `_${l10n.t('Seen in: {0}', shown)}_`;
  return names.length === 0 ? unverifiedNote() : `${unverifiedNote()} ${l10n.t('Compare: {0}', shown)}`;
}

function sourceName(source: string): string {
  const url = URL.exec(source);
  return url === null ? escaped(source) : `[${escaped(url[1] ?? '')}](<${url[0]}>)`;
}

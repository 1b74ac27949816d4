import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';
import type { Span } from '../../server/src/letter';

/** A run of text that the grammar gives the same scopes. */
export interface Token {
  readonly scopes: readonly string[];
  readonly span: Span;
}

const GRAMMAR = path.join(process.cwd(), 'syntaxes', 'imr-letter.tmLanguage.json');

/** The grammar of this repository, in the machine that the editor uses. Tests run in the repository's folder. */
export async function grammar(): Promise<IGrammar> {
  const wasm = createRequire(path.join(process.cwd(), 'package.json')).resolve('vscode-oniguruma').replace(/main\.js$/, 'onig.wasm');
  await loadWASM(Uint8Array.from(readFileSync(wasm)).buffer);
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: async () => parseRawGrammar(readFileSync(GRAMMAR, 'utf8'), GRAMMAR),
  });
  const loaded = await registry.loadGrammar('text.imr-letter');
  if (!loaded) throw new Error(`no grammar in ${GRAMMAR}`);
  return loaded;
}

/** All tokens of a text that have a scope beside the grammar's own. Lines end as in the editor: at LF, CRLF and CR. */
export function tokensOf(letters: IGrammar, text: string): Token[] {
  const tokens: Token[] = [];
  let state = INITIAL;
  for (const line of text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)) {
    const words = line[1] ?? '';
    const result = letters.tokenizeLine(words, state);
    state = result.ruleStack;
    for (const token of result.tokens) {
      const end = Math.min(token.endIndex, words.length);
      if (token.scopes.length < 2 || end <= token.startIndex) continue;
      tokens.push({ scopes: token.scopes.slice(1), span: { start: line.index + token.startIndex, end: line.index + end } });
    }
  }
  return tokens;
}

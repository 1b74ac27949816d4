// An esbuild plugin: the checks without what only their pages say. A page is
// written from its rule by scripts/rule-pages.mjs and packed as Markdown;
// running the checks takes neither the reasons nor the examples.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';

const OF_PAGES = new Set(['why', 'source', 'marks', 'examples']);

/** Leaves the properties of pages out of the object literals of files that `filter` matches. */
export function rulesWithoutPages(filter) {
  return {
    name: 'rules-without-pages',
    setup(build) {
      build.onLoad({ filter }, async (args) => {
        const text = await readFile(args.path, 'utf8');
        return { contents: withoutPages(text, path.basename(args.path)), loader: 'ts' };
      });
    },
  };
}

/** The source text without those properties, line breaks kept so that lines keep their numbers. */
export function withoutPages(text, name) {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const cuts = [];
  const visit = (node) => {
    if (ts.isPropertyAssignment(node) && OF_PAGES.has(node.name.getText(source))) {
      const after = text.slice(node.end).match(/^\s*,/);
      cuts.push([node.getStart(source), node.end + (after ? after[0].length : 0)]);
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return cuts.reduceRight((kept, [start, end]) => kept.slice(0, start) + kept.slice(start, end).replace(/[^\n]+/g, '') + kept.slice(end), text);
}

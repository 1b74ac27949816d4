import path from 'node:path';
import { builtinModules } from 'node:module';
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Folders of the house: what each may import of ours, beside its own files. */
const MAY_IMPORT = {
  'server/src/letter': [],
  'server/src/guidelines': ['server/src/letter'],
  'server/src/rules': ['server/src/letter', 'server/src/guidelines'],
  'server/src/features': ['server/src/letter', 'server/src/guidelines', 'server/src/rules'],
  'server/src/annotations': ['server/src/letter', 'server/src/guidelines', 'server/src/host'],
  'server/src/corpus': ['server/src/letter', 'server/src/guidelines', 'server/src/rules', 'server/src/host'],
  'server/src/cli': ['server/src/letter', 'server/src/guidelines', 'server/src/rules', 'server/src/corpus', 'server/src/annotations', 'server/src/host'],
  'server/src/lsp': ['server/src/letter', 'server/src/guidelines', 'server/src/rules', 'server/src/features', 'server/src/corpus', 'server/src/annotations', 'server/src/host'],
  // Editor and server read letters with the same reader, so they cannot disagree on what is one.
  'client/src': ['server/src/letter', 'server/src/lsp/client-requests', 'server/src/lsp/annotation-requests'],
};

/** Doors, and what is only ever loaded through a Node door, may use Node; nothing else may. */
const WITH_NODE = ['server/src/main.node.ts', 'server/src/cli.ts', '**/*.node.ts'];

/** Arrows point one way (rule `imr/walls`): relative imports stay within what the folder may import. */
const walls = {
  meta: { type: 'problem', messages: { wall: '{{folder}} must not import {{target}}: arrows point one way.' }, schema: [] },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    const folder = Object.keys(MAY_IMPORT).find((name) => file.startsWith(`${name}/`));
    if (folder === undefined) return {};
    const allowed = [folder, ...MAY_IMPORT[folder]];
    const check = (node) => {
      const wanted = node.source?.value;
      if (typeof wanted !== 'string' || !wanted.startsWith('.')) return;
      const target = path.posix.join(path.posix.dirname(file), wanted);
      // The version stands in the manifest alone.
      if (target === 'package.json' || allowed.some((name) => target === name || target.startsWith(`${name}/`))) return;
      context.report({ node: node.source, messageId: 'wall', data: { folder, target } });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check };
  },
};

const nodeModules = [...new Set(builtinModules.map((name) => name.split('/')[0]))].filter((name) => !name.startsWith('_'));
const noNode = { group: ['node:*', ...nodeModules.flatMap((name) => [name, `${name}/*`])], message: 'Node built-ins are for the doors alone; take a host interface.' };
const noProtocol = { group: ['vscode', 'vscode-*'], message: 'Only lsp and the doors know the protocol.' };

export default defineConfig(
  { ignores: ['dist/', 'out/', 'node_modules/', '.vscode-test/', 'docs/', 'samples/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    plugins: { imr: { rules: { walls } } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'prefer-const': 'error',
      'object-shorthand': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', prefer: 'type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['server/src/**/*.ts', 'client/src/**/*.ts'], rules: { 'imr/walls': 'error', 'no-restricted-globals': ['error', 'process', 'Buffer', '__dirname', 'require'] } },
  { files: ['server/src/**/*.ts', 'client/src/**/*.ts'], ignores: WITH_NODE, rules: { 'no-restricted-imports': ['error', { patterns: [noNode] }] } },
  {
    files: ['server/src/{letter,guidelines,rules,features,annotations,corpus,cli}/**/*.ts'],
    ignores: WITH_NODE,
    rules: { 'no-restricted-imports': ['error', { patterns: [noNode, noProtocol] }] },
  },
  { files: WITH_NODE, rules: { 'no-restricted-globals': 'off', 'no-console': 'off' } },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', URLSearchParams: 'readonly', Buffer: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', setInterval: 'readonly', clearInterval: 'readonly', fetch: 'readonly', performance: 'readonly', AbortController: 'readonly', AbortSignal: 'readonly', window: 'readonly', document: 'readonly', TextDecoder: 'readonly', TextEncoder: 'readonly', structuredClone: 'readonly' } },
    rules: { 'no-console': 'off' },
  },
  { files: ['test/**/*.ts'], rules: { 'no-console': 'off' } },
);

// An esbuild plugin: client and server library without the features that this
// product does not have. The client library registers all of them whether or
// not a server offers them, and with them comes a matcher of file patterns; the
// server library gives every connection all of them.

/** Modules of vscode-languageclient/lib/common, each the client's half of a protocol feature that our server never announces. */
const UNUSED = [
  'callHierarchy',
  'colorProvider',
  'declaration',
  'fileOperations',
  'implementation',
  'inlineCompletion',
  'inlineValue',
  'linkedEditingRange',
  'rename',
  'signatureHelp',
  'textDocumentContent',
  'typeDefinition',
  'typeHierarchy',
];

/** Whatever class is asked for, it is a feature that says nothing to the server and does nothing. */
const STAND_IN = `
class Unused {
  fillClientCapabilities() {}
  initialize() {}
  getState() { return { kind: 'static' }; }
  clear() {}
}
module.exports = new Proxy({}, { get: (_, name) => (name === '__esModule' ? true : Unused) });
`;

/** Diagnostics ask the notebooks' feature for its events. */
const NO_NOTEBOOKS = `
const never = () => ({ dispose() {} });
exports.NotebookDocumentSyncFeature = class NotebookDocumentSyncFeature {
  registrationType = { method: 'notebookDocument/sync' };
  onOpenNotificationSent = never;
  onChangeNotificationSent = never;
  onSaveNotificationSent = never;
  onCloseNotificationSent = never;
  fillClientCapabilities() {}
  initialize() {}
  getState() { return { kind: 'static' }; }
  handles() { return false; }
  register() {}
  unregister() {}
  clear() {}
  dispose() {}
};
`;

/** Only a document selector with a pattern would ask for a match, and ours names a language. */
const NO_PATTERNS = `exports.matchGlobPattern = () => { throw new Error('Patterns of files are not bundled'); };`;

/** Modules of vscode-languageserver/lib/common, each the server's half of a protocol feature that we never answer. */
const NEVER_ANSWERED = ['callHierarchy', 'fileOperations', 'inlineCompletion', 'inlineValue', 'linkedEditingRange', 'moniker', 'notebook', 'textDocumentContent', 'typeHierarchy'];

/** Each is a class made from the one that it is given; without the feature it is that one. */
const AS_BEFORE = `module.exports = new Proxy({}, { get: (_, name) => (name === '__esModule' ? true : (Base) => Base) });`;

/** Ways to find modules of node on a person's disk, which the library hands out and does not use itself. */
const NO_MODULES = 'exports.resolve = undefined;';

export const unusedLibraryFeatures = {
  name: 'unused-library-features',
  setup(build) {
    const answers = new RegExp(`vscode-languageserver[\\\\/]lib[\\\\/]common[\\\\/](?:${NEVER_ANSWERED.join('|')})\\.js$`);
    build.onLoad({ filter: answers }, () => ({ contents: AS_BEFORE, loader: 'js' }));
    build.onLoad({ filter: /vscode-languageserver[\\/]lib[\\/]node[\\/]files\.js$/ }, () => ({ contents: NO_MODULES, loader: 'js' }));
    const features = new RegExp(`vscode-languageclient[\\\\/]lib[\\\\/]common[\\\\/](?:${UNUSED.join('|')})\\.js$`);
    build.onLoad({ filter: features }, () => ({ contents: STAND_IN, loader: 'js' }));
    build.onLoad({ filter: /vscode-languageclient[\\/]lib[\\/]common[\\/]notebook\.js$/ }, () => ({ contents: NO_NOTEBOOKS, loader: 'js' }));
    build.onLoad({ filter: /vscode-languageclient[\\/]lib[\\/]common[\\/]utils[\\/]globPattern\.js$/ }, () => ({ contents: NO_PATTERNS, loader: 'js' }));
  },
};

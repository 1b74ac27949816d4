/**
 * The client library, to be loaded late. A module of ours between, because
 * what a bundler sets apart of a CommonJS module has a default export alone.
 */
export { LanguageClient, TransportKind } from 'vscode-languageclient/node';

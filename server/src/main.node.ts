import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { nodeFileSystem } from './cli/file-system.node';
import type { FileSystem } from './host';
import { serve } from './lsp/server';

const USAGE = `imr-letter-language-server ${version}

Language server for California Independent Medical Review letters.

  --stdio           speak over standard input and output (the default)
  --node-ipc        speak over the channel of a Node parent process
  --socket=<port>   connect to a port on this machine
  --pipe=<name>     connect to a named pipe
  --version         print the version
  --help            print this
`;

const given = process.argv.slice(2);
if (given.includes('--version')) process.stdout.write(`${version}\n`);
else if (given.includes('--help')) process.stdout.write(USAGE);
else {
  if (!given.some((argument) => /^--(stdio|node-ipc|socket|pipe)\b/.test(argument))) process.argv.push('--stdio');
  serve(createConnection(ProposedFeatures.all), { rulePage, files: filesByAddress() });
}

/** The page as a file of the installed package. */
function rulePage(code: string): string | undefined {
  const file = path.join(__dirname, '..', 'docs', 'rules', `${code}.md`);
  return existsSync(file) ? pathToFileURL(file).href : undefined;
}

/** Files by their `file:` addresses, as documents are named in the protocol. */
function filesByAddress(): FileSystem {
  const files = nodeFileSystem();
  return {
    readFile: (address) => files.readFile(fileURLToPath(address)),
    readFileIfThere: (address) => files.readFileIfThere(fileURLToPath(address)),
  };
}
